package com.howsmytrack.browser;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.TcpProxy;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/// The windows of one Chromium process. Each has a profile of its own, as on another device, and the time of the test.
@TestComponent
@Lazy
class Windows implements DisposableBean {

	/// With these, Chromium does not ask any server of its maker, and finds no other
	/// host.
	private static final List<String> OPTIONS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
			"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");

	private final Api api;

	private final AdjustableClock clock;

	private final List<Window> windows = new ArrayList<>();

	private @Nullable Playwright playwright;

	private @Nullable Browser browser;

	Windows(Api api, AdjustableClock clock) {
		this.api = api;
		this.clock = clock;
	}

	/// A window with 1,280 pixels, without a session.
	Window open() {
		return open(new Browser.NewContextOptions().setViewportSize(1280, 900));
	}

	/// A window of a phone, dark.
	Window phone() {
		return open(new Browser.NewContextOptions().setViewportSize(390, 844)
			.setColorScheme(ColorScheme.DARK)
			.setHasTouch(true));
	}

	/// A window with 1,280 pixels and the session of a member.
	Window of(com.howsmytrack.testing.Browser member) {
		return open().signedInAs(member);
	}

	Window open(Browser.NewContextOptions options) {
		return open(this.api.uri("/"), options);
	}

	/// A window that reaches the website through a proxy.
	Window through(TcpProxy proxy) {
		return open(URI.create("http://localhost:" + proxy.port() + "/"), new Browser.NewContextOptions());
	}

	private Window open(URI website, Browser.NewContextOptions options) {
		Window window = new Window(website,
				browser().newContext(options.setLocale("en-GB").setTimezoneId("Europe/Berlin")), this.clock);
		this.windows.add(window);
		return window;
	}

	private Browser browser() {
		if (this.browser == null) {
			this.playwright = Playwright
				.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
			this.browser = this.playwright.chromium()
				.launch(new BrowserType.LaunchOptions().setExecutablePath(ChromiumExecutable.find().orElseThrow())
					.setArgs(OPTIONS));
		}
		return this.browser;
	}

	/// @param check whether errors of the windows fail the test; false if it has failed
	/// already
	void closeAll(boolean check) {
		try {
			if (check) {
				this.windows.forEach(Window::assertNoErrors);
			}
		}
		finally {
			this.windows.forEach(Window::close);
			this.windows.clear();
		}
	}

	@Override
	public void destroy() {
		if (this.browser != null) {
			this.browser.close();
		}
		if (this.playwright != null) {
			this.playwright.close();
		}
	}

}
