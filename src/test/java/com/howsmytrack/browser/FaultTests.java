package com.howsmytrack.browser;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.TcpProxy;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// A server that is gone, slow, or answers something else than expected: what was typed stays, and there is a way on.
@BrowserTest
class FaultTests {

	private static final String API = "**/graphql";

	private static final String TEXT = "The bass carries it. I would shorten the intro.";

	@Autowired
	private Windows windows;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Api api;

	/// The page of a group with one form, whose text is typed.
	private Window writing() {
		return writing(this.windows.of(memberOfAGroup()));
	}

	private static Window writing(Window window) {
		window.open("/").follow("Feedback Group").seesHeading("Feedback Group").fill("Your feedback", TEXT);
		return window;
	}

	private Browser memberOfAGroup() {
		return this.scenario.group("ada", "ben").getFirst();
	}

	private static void keepsTheText(Window window) {
		PlaywrightAssertions.assertThat(window.field("Your feedback")).hasValue(TEXT);
	}

	private static void sends(Window window) {
		window.press("Send feedback").sees("All your forms are sent.");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"',
			textBlock = """
					500, "{}",                                 the server has a problem. Your text is kept. Try again in a minute.
					502, "<html><script>run()</script></html>", the server has a problem. Your text is kept. Try again in a minute.
					413, "",                                   that is more than the server accepts. Your text is kept.
					429, "{}",                                 too many requests from this network. Your text is kept.
					200, "<html>Sign in to the hotel</html>",  the server did not answer. Your text is kept.""")
	void saysWhyAFormIsNotSent(int status, String body, String words) {
		Window window = writing().expectErrors("status of " + status);
		window.page()
			.route(API, (route) -> route
				.fulfill(new Route.FulfillOptions().setStatus(status).setContentType("text/html").setBody(body)));

		window.press("Send feedback").sees("Not sent: " + words).isAccessible();

		keepsTheText(window);
		window.page().unroute(API);
		sends(window);
	}

	@Test
	void saysThatAPageDidNotLoad() {
		Window window = this.windows.of(memberOfAGroup()).expectErrors("status of 502");
		window.open("/").seesAccountMenu();
		window.page()
			.route(API, (route) -> route
				.fulfill(new Route.FulfillOptions().setStatus(502).setContentType("text/html").setBody("<html>")));

		window.follow("Feedback Group").seesHeading("This page did not load").isAccessible();

		window.page().unroute(API);
		window.press("Try again").seesHeading("Feedback Group");
	}

	@Test
	void saysThatTheWebsiteDidNotLoad() {
		Window window = this.windows.open().expectErrors("Failed to load resource");
		window.page().route(API, (route) -> route.abort());

		window.open("/settings").seesHeading("This page did not load").isAccessible();

		window.page().unroute(API);
		window.press("Try again").seesHeading("Sign in");
		assertThat(window.path()).isEqualTo("/sign-in?next=%2Fsettings");
	}

	@Test
	void noticesThatTheServerIsGoneAndBack() throws IOException {
		Browser ada = memberOfAGroup();
		try (TcpProxy proxy = new TcpProxy(this.api.uri("/").getPort())) {
			Window window = writing(this.windows.through(proxy).signedInAs(ada))
				.expectErrors("ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_SOCKET|WebSocket");

			proxy.stop();
			window.sees("Connection lost. What you typed is kept. Trying again.").isAccessible();
			window.press("Send feedback").sees("Not sent: the server did not answer. Your text is kept.");
			keepsTheText(window);

			proxy.restart();
			window.sees("Connected again. This page is up to date.");
			sends(window);
		}
	}

	@Test
	void showsThatASlowServerIsAwaitedAndSendsOnce() {
		Window window = writing();
		List<Route> held = new ArrayList<>();
		window.page().route(API, held::add);
		Locator busy = window.button("Sending");

		window.press("Send feedback");
		PlaywrightAssertions.assertThat(busy).hasAttribute("aria-busy", "true");
		window.isAccessible();
		busy.click();
		busy.press("Enter");
		keepsTheText(window);

		window.page().unroute(API);
		held.forEach(Route::resume);
		window.sees("All your forms are sent.");
		assertThat(held).hasSize(1);
	}

}
