package com.howsmytrack.browser;

import java.nio.file.Path;
import java.util.Locale;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/// Pictures of pages for people who review them, in `target/pictures`. They are taken with `-Dtests.pictures` only.
final class Pictures {

	private static final boolean WANTED = System.getProperty("tests.pictures") != null;

	private static final int PHONE = 390;

	private static final int DESKTOP = 1280;

	private Pictures() {
	}

	/// On a phone and on a desktop, in both themes.
	static void take(Page page, String name) {
		takeOnPhone(page, name);
		take(page, name + "-desktop", DESKTOP);
	}

	static void takeOnPhone(Page page, String name) {
		take(page, name + "-phone", PHONE);
	}

	private static void take(Page page, String name, int width) {
		if (!WANTED) {
			return;
		}
		page.setViewportSize(width, 800);
		for (ColorScheme theme : new ColorScheme[] { ColorScheme.LIGHT, ColorScheme.DARK }) {
			page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
			Path file = Path.of("target", "pictures", name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
			page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
		}
	}

}
