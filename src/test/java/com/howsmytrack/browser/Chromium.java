package com.howsmytrack.browser;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/// One Chromium process for the tests of a class. Each window has a profile of its own, as on another device.
final class Chromium implements AutoCloseable {

	/// Chromium must not ask any server of its maker.
	private static final List<String> OPTIONS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private final Playwright playwright;

	private final Browser browser;

	private final List<Window> windows = new ArrayList<>();

	private Chromium(Playwright playwright, Browser browser) {
		this.playwright = playwright;
		this.browser = browser;
	}

	static Chromium start() {
		Playwright playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		Browser browser = playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(ChromiumExecutable.find().orElseThrow())
				.setArgs(OPTIONS));
		return new Chromium(playwright, browser);
	}

	/// A window without a session, for 1,280 pixels.
	Window window(URI website) {
		return window(website, new Browser.NewContextOptions().setViewportSize(1280, 900));
	}

	Window window(URI website, Browser.NewContextOptions options) {
		Window window = new Window(website, this.browser.newContext(options.setLocale("en-GB")));
		this.windows.add(window);
		return window;
	}

	/// Closes the windows, and fails if one of them has seen an error.
	void closeWindows() {
		try {
			this.windows.forEach(Window::assertNoErrors);
		}
		finally {
			this.windows.forEach(Window::close);
			this.windows.clear();
		}
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

}
