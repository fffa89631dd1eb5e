package com.howsmytrack.browser;

import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

import static org.assertj.core.api.Assertions.assertThat;

/// Checks pages on the smallest phone and with 200 % zoom on a desktop, in the light and in the dark theme, without loading
/// them again.
///
/// @param window with touch, without motion: a transition of colours would be measured in its middle
record PageLayout(Window window) {

	private static final int PHONE = 320;

	private static final int ZOOMED = 640;

	/// Elements that end right of the window, if the page scrolls sideways.
	private static final String WIDER_THAN = """
			(width) => document.documentElement.scrollWidth <= width ? [] : [...document.querySelectorAll('body *')]
				.filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > width + 0.5)
				.map((element) => element.outerHTML.slice(0, 200))""";

	/// Controls of less than 44 pixels for a finger. A choice is as large as its label, a
	/// link as what it spreads over.
	/// Links within sentences are exceptions.
	private static final String SMALL_TARGETS = """
			() => [...document.querySelectorAll('a[href], button, input, select, textarea')]
				.filter((element) => element.checkVisibility({ visibilityProperty: true }))
				.filter((element) => getComputedStyle(element).display !== 'inline')
				.filter((element) => getComputedStyle(element, '::after').position !== 'absolute')
				.map((element) => [element, (element.labels?.[0]?.contains(element) ? element.labels[0] : element)
					.getBoundingClientRect()])
				.filter(([, target]) => target.right > 0 && target.bottom > 0 && target.width > 1)
				.filter(([, target]) => target.width < 43.5 || target.height < 43.5)
				.map(([element, target]) => `${target.width} x ${target.height}: ${element.outerHTML.slice(0, 200)}`)""";

	static Browser.NewContextOptions options() {
		return new Browser.NewContextOptions().setViewportSize(PHONE, 700)
			.setHasTouch(true)
			.setReducedMotion(ReducedMotion.REDUCE);
	}

	/// @param heading of the page at the path
	PageLayout fits(String path, String heading) {
		this.window.open(path).seesHeading(heading);
		this.window.hasCount(this.window.page().locator("[aria-busy]"), 0);
		return fits();
	}

	PageLayout fits() {
		isAsWideAs(PHONE);
		assertThat(evaluate(SMALL_TARGETS, null)).as("small targets at " + this.window.path()).isEmpty();
		isAccessible(ColorScheme.DARK);
		isAsWideAs(ZOOMED);
		isAccessible(ColorScheme.LIGHT);
		return this;
	}

	private void isAsWideAs(int width) {
		this.window.page().setViewportSize(width, (width == PHONE) ? 700 : 450);
		assertThat(evaluate(WIDER_THAN, width)).as("wider than " + width + " at " + this.window.path()).isEmpty();
	}

	private void isAccessible(ColorScheme theme) {
		this.window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
		this.window.isAccessible();
	}

	private List<?> evaluate(String script, Object argument) {
		return (List<?>) this.window.page().evaluate(script, argument);
	}

}
