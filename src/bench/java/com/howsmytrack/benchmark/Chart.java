package com.howsmytrack.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An SVG chart with a bar and the line of its limit for each result.
final class Chart {

	private static final int LEFT = 230;

	private static final int WIDTH = 420;

	private static final int ROW = 34;

	/// @param limit 0 for no limit
	/// @param atLeast whether the limit is a minimum
	private record Bar(String name, double value, double limit, boolean atLeast) {

		boolean isWithinLimit() {
			return this.limit == 0 || (this.atLeast ? this.value >= this.limit : this.value <= this.limit);
		}

	}

	private final List<Bar> shares = new ArrayList<>();

	private final List<Bar> ratios = new ArrayList<>();

	/// Adds the share of the bare SQL's throughput.
	void addShare(String name, double value, double limit) {
		this.shares.add(new Bar(name, value, limit, true));
	}

	/// Adds the ratio of a duration to the bare SQL's, or to the one without load.
	void addRatio(String name, double value, double limit) {
		this.ratios.add(new Bar(name, value, limit, false));
	}

	String svg() {
		StringBuilder body = new StringBuilder();
		int y = 10;
		y = panel(body, y, "Share of the bare SQL (the line is the minimum)", this.shares);
		y = panel(body, y, "Ratio to the bare SQL or to the time without load (the line is the maximum)", this.ratios);
		return """
				<svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" font-family="sans-serif" font-size="13">
				<rect width="100%%" height="100%%" fill="white"/>
				%3$s</svg>
				"""
			.formatted(LEFT + WIDTH + 80, y + 10, body);
	}

	private static int panel(StringBuilder body, int top, String title, List<Bar> bars) {
		if (bars.isEmpty()) {
			return top;
		}
		double most = bars.stream().mapToDouble((bar) -> Math.max(bar.value(), bar.limit())).max().orElse(1);
		double scale = WIDTH / Math.max(most, 0.01);
		int y = top + 20;
		body.append("<text x=\"10\" y=\"%d\" font-weight=\"bold\">%s</text>\n".formatted(y, title));
		y += 14;
		for (Bar bar : bars) {
			body.append(draw(bar, y, scale));
			y += ROW;
		}
		return y + 6;
	}

	private static String draw(Bar bar, int y, double scale) {
		String drawn = String.format(Locale.ROOT, """
				<text x="%d" y="%d" text-anchor="end">%s</text>
				<rect x="%d" y="%d" width="%.1f" height="18" fill="%s"/>
				""", LEFT - 10, y + 14, bar.name(), LEFT, y, bar.value() * scale, bar.isWithinLimit() ? "#4a8f5c" : "#c0504d");
		double limitAt = LEFT + bar.limit() * scale;
		if (bar.limit() > 0) {
			drawn += String.format(Locale.ROOT,
					"<line x1=\"%1$.1f\" y1=\"%2$d\" x2=\"%1$.1f\" y2=\"%3$d\" stroke=\"black\" stroke-width=\"2\"/>\n",
					limitAt, y - 5, y + 23);
		}
		double end = Math.max(LEFT + bar.value() * scale, limitAt);
		return drawn
				+ String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%d\">%.2f</text>\n", end + 8, y + 14, bar.value());
	}

}
