package com.howsmytrack.browser;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Database;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// The pages about new releases. Their covers are on other hosts, for which the test answers.
@BrowserTest
class OutNowTests {

	/// One pixel.
	private static final byte[] PICTURE = Base64.getDecoder()
		.decode("R0lGODlhAQABAIAAAP7//wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==");

	private static final String COVERS = "Show covers";

	/// A name of the greatest length, and names that a page could take for something
	/// else.
	private static final List<String> NAMES = List.of("w".repeat(500), "", "إيقاع البحر", "👩‍👩‍👧‍👦",
			"<img src=x onerror=ran=1>");

	@Autowired
	private Windows windows;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	private ReleaseRows rows;

	@BeforeEach
	void releasesAreCopied() {
		this.rows = new ReleaseRows(this.database, this.clock.instant());
	}

	/// Answers in place of the hosts of covers.
	private static List<Request> answerForCovers(Window window) {
		List<Request> requests = new ArrayList<>();
		window.expectErrors("request to another host: https://(i\\.scdn\\.co|archive\\.org)/");
		for (String host : List.of("i.scdn.co", "archive.org")) {
			window.page().route("https://" + host + "/**", (route) -> {
				requests.add(route.request());
				route.fulfill(new Route.FulfillOptions().setContentType("image/gif").setBodyBytes(PICTURE));
			});
		}
		return requests;
	}

	private static Locator covers(Window window) {
		return window.page().locator("img");
	}

	private static Locator coverSwitch(Window window) {
		return window.page().getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName(COVERS));
	}

	private static Object widthOf(Locator cover) {
		return cover.evaluate("async (image) => { await image.decode(); return image.naturalWidth; }");
	}

	@Test
	void loadNoCoverBeforeTheMemberTurnsCoversOn() {
		long ada = this.rows.artist("Ada");
		this.rows.spotify("Tide", ada);
		this.rows.listenBrainz("Salt", ada);
		Window window = this.windows.of(this.scenario.verifiedMember("uma"));
		List<Request> requests = answerForCovers(window);
		window.open("/").follow("Out now").seesHeading("Tide");
		Object before = window.page().evaluate("document.documentElement.scrollHeight");
		assertThat(requests).isEmpty();

		coverSwitch(window).check();

		window.hasCount(covers(window), 2);
		assertThat(widthOf(covers(window).first())).isEqualTo(1);
		assertThat(widthOf(covers(window).last())).isEqualTo(1);
		assertThat(requests).extracting(Request::url)
			.containsExactlyInAnyOrder(ReleaseRows.SPOTIFY_COVER + "ab67",
					ReleaseRows.LISTENBRAINZ_COVER + "thumb250.jpg");
		assertThat(requests).allSatisfy((request) -> assertThat(request.headers()).doesNotContainKey("referer"));
		assertThat(window.page().evaluate("document.documentElement.scrollHeight")).isEqualTo(before);
		window.isAccessible();

		window.open("/out-now").seesHeading("Tide").hasCount(covers(window), 2);
		coverSwitch(window).uncheck();
		window.hasCount(covers(window), 0);
	}

	@Test
	void keepTheChoiceOfCoversForTheAccount() {
		this.rows.spotify("Tide");
		Window window = this.windows.of(this.scenario.verifiedMember("uma"));
		answerForCovers(window);
		window.open("/out-now").seesHeading("Tide");
		coverSwitch(window).check();
		window.hasCount(covers(window), 1);

		window.signedInAs(this.scenario.verifiedMember("nina")).open("/out-now").seesHeading("Tide");

		PlaywrightAssertions.assertThat(coverSwitch(window)).not().isChecked();
		window.hasCount(covers(window), 0);
	}

	@Test
	void areWholeIfCoversDoNotLoadOrAreOnAnotherHost() {
		this.rows.spotify("Tide");
		this.rows.spotify("Salt");
		this.database.update("UPDATE release SET cover_url = 'https://tracker.example/salt.gif' WHERE name = 'Salt'");
		Window window = this.windows.of(this.scenario.verifiedMember("uma"))
			.expectErrors("request to another host: https://i\\.scdn\\.co/")
			.expectErrors("Failed to load resource: net::ERR_FAILED")
			.expectErrors("request to another host: https://tracker\\.example/")
			.expectErrors("https://tracker\\.example/salt\\.gif.*violates .*Content Security Policy");
		List<String> blocked = new ArrayList<>();
		window.page().onRequestFailed((request) -> blocked.add(request.url() + " " + request.failure()));
		window.page().route("https://i.scdn.co/**", Route::abort);
		window.open("/out-now").seesHeading("Tide");

		coverSwitch(window).check();

		window.hasCount(covers(window), 0).sees("T").isAccessible();
		assertThat(blocked).contains("https://tracker.example/salt.gif csp");
	}

	@Test
	void loadRedirectedCoversFromTheArchiveOnly() {
		redirect("Tide", "https://dn1.us.archive.org/tide.jpg");
		redirect("Salt", "https://tracker.example/salt.jpg");
		Window window = this.windows.of(this.scenario.verifiedMember("uma"))
			.expectErrors(
					"request to another host: https://(archive\\.org|dn1\\.us\\.archive\\.org|tracker\\.example)/")
			.expectErrors("Failed to load resource: net::ERR_NAME_NOT_RESOLVED")
			.expectErrors("https://tracker\\.example/.*violates .*Content Security Policy");
		List<String> failures = new ArrayList<>();
		window.page().onRequestFailed((request) -> failures.add(request.url() + " " + request.failure()));
		window.page().route("https://archive.org/**", (route) -> {
			String location = route.request().url().replaceFirst(".*\\?", "");
			route.fulfill(new Route.FulfillOptions().setStatus(302).setHeaders(Map.of("Location", location)));
		});
		window.open("/out-now").seesHeading("Tide");

		coverSwitch(window).check();

		// No other host exists for the browser of the tests.
		window.page()
			.waitForCondition(
					() -> failures.containsAll(List.of("https://dn1.us.archive.org/tide.jpg net::ERR_NAME_NOT_RESOLVED",
							"https://archive.org/cover?https://tracker.example/salt.jpg csp")));
		window.hasCount(covers(window), 0);
	}

	/// A release whose cover at the archive leads to another address.
	private void redirect(String name, String location) {
		this.rows.listenBrainz(name);
		this.database.update("UPDATE release SET cover_url = ? WHERE name = ?", "https://archive.org/cover?" + location,
				name);
	}

	@Test
	void showReleasesOfAnArtistAndOfThoseThatTheMemberFollows() {
		long ada = this.rows.artist("Ada");
		this.rows.spotify("Tide", ada, this.rows.artist("Bruno"));
		this.rows.spotify("Salt", this.rows.artist("Cem"));
		Window window = this.windows.of(this.scenario.verifiedMember("uma"));
		window.open("/out-now").follow("Ada").seesHeading("Ada").seesHeading("Tide").doesNotSee("Salt");
		PlaywrightAssertions.assertThat(window.link("Listen at Spotify"))
			.hasAttribute("href", "https://open.spotify.com/album/r1");
		window.press("Follow").sees("Stop following").isAccessible();

		window.follow("Yours").seesHeading("Tide").doesNotSee("Salt");
		window.page().getByLabel("Electronic").check();
		window.press("Save genres").seesHeading("Salt").isAccessible();
		window.follow("artists that you follow").seesHeading("Artists");
		PlaywrightAssertions
			.assertThat(window.page()
				.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Follow Ada").setPressed(true)))
			.isVisible();
		window.doesNotSee("Bruno").isAccessible();
	}

	@Test
	void areFilteredAndHavePages() {
		this.rows.many(30, this.rows.artist("Ada"));
		this.rows.listenBrainz("Only one");
		Window window = this.windows.of(this.scenario.verifiedMember("uma")).open("/out-now");
		Locator entries = window.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(3));
		window.hasCount(entries, 20).follow("Next").seesHeading("Rain 11").follow("Previous").seesHeading("Tide 1");

		window.page().getByLabel("Music service").selectOption("ListenBrainz");
		window.press("Filter").hasCount(entries, 1).seesHeading("Only one");
		window.follow("Clear filters").hasCount(entries, 20);
		window.page().getByRole(AriaRole.SEARCHBOX).fill("rain 1");
		window.press("Filter").hasCount(entries, 3);
		assertThat(window.path()).isEqualTo("/out-now?search=rain+1");
		window.open("/out-now?search=%21%21%21").sees("Search for at least 3 letters").isAccessible();
		window.follow("Go to the list without filters").hasCount(entries, 20);
	}

	@Test
	void fitWithAnyNames() {
		NAMES.forEach((name) -> this.rows.spotify(name, this.rows.artist(name)));
		PageLayout layout = new PageLayout(this.windows.open(PageLayout.options()));
		layout.window().timeIs(this.clock.instant()).signedInAs(this.scenario.verifiedMember("uma"));

		layout.fits("/out-now", "إيقاع البحر")
			.fits("/out-now/artists", "Artists")
			.fits("/out-now/yours", "Your releases")
			.fits("/out-now/artists/"
					+ this.database.single(Long.class, "SELECT id FROM artist WHERE length(name) = 500"), "www");

		assertThat(layout.window().page().evaluate("typeof ran")).isEqualTo("undefined");
	}

	@Test
	void areReferencesOfARequest() {
		NAMES.forEach(this.rows::spotify);
		Member uma = new Member("uma", this.windows.open(PageLayout.options()));
		PageLayout layout = new PageLayout(uma.window());
		uma.window().timeIs(this.clock.instant()).signedInAs(this.scenario.verifiedMember("uma"));
		uma.window().open("/request").seesHeading("Ask for feedback");
		uma.window().page().getByRole(AriaRole.SEARCHBOX).fill("credit of");
		uma.window().sees("5 releases found.");
		layout.fits();
		Locator found = uma.window().page().locator("[aria-pressed]");
		for (int number = 0; number < 3; number++) {
			found.nth(number).press("Enter");
		}
		uma.window().sees("3 of 3 chosen.");
		layout.fits();
		uma.window().fill("Link to your track", "https://soundcloud.com/uma/night-bus");
		uma.window().page().getByLabel("Electronic").check();
		uma.window().press("Ask for feedback").seesHeading("Waiting for a group").sees("Should sit beside");
		uma.window()
			.hasCount(uma.window()
				.page()
				.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Listen at Spotify")), 3);
		layout.fits();
	}

}
