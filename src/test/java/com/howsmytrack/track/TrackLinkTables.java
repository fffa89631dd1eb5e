package com.howsmytrack.track;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The tables of the page about links, `src/docs/track-links.md`.
public final class TrackLinkTables {

	private static final Path PAGE = Path.of("src/docs/track-links.md");

	private TrackLinkTables() {
	}

	/// Accepted links in the order of the page.
	public static List<AcceptedLink> accepted() {
		return rows(6).stream()
			.map((row) -> new AcceptedLink(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5)))
			.toList();
	}

	static List<RefusedLink> refused() {
		return rows(2).stream().map((row) -> new RefusedLink(row.get(0), row.get(1))).toList();
	}

	private static List<List<String>> rows(int columns) {
		try {
			return Files.readAllLines(PAGE)
				.stream()
				.filter((line) -> line.startsWith("| `"))
				.map((line) -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
					.map((cell) -> cell.strip().replace("`", ""))
					.toList())
				.filter((cells) -> cells.size() == columns)
				.toList();
		}
		catch (IOException missing) {
			throw new UncheckedIOException(missing);
		}
	}

	/// A row of the first table.
	///
	/// @param typed what a member pastes
	/// @param address empty for a link without a player
	/// @param mediaUrl `link` or `redirect`
	public record AcceptedLink(String typed, String kept, String key, String player, String address, String mediaUrl) {

		@Override
		public String toString() {
			return this.typed;
		}

	}

	record RefusedLink(String typed, String reason) {
	}

}
