package com.howsmytrack.browser;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.track.TrackLink;
import com.howsmytrack.track.TrackLinkTables;
import com.howsmytrack.track.TrackLinkTables.AcceptedLink;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Players of other sites, which the test answers itself. They are loaded by a press, never before.
@BrowserTest
class PlayerTests {

	private static final String SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";

	private static final Route.FulfillOptions PAGE = new Route.FulfillOptions().setContentType("text/html")
		.setBody("<!doctype html><html lang='en'><title>Player</title>");

	@Autowired
	private Windows windows;

	@Autowired
	private FeedbackScenario scenario;

	/// Answers in place of the host.
	private static List<Request> answerFor(Window window, String host, Route.FulfillOptions answer) {
		List<Request> requests = new ArrayList<>();
		window.expectErrors("request to another host: https://" + host + "/");
		window.page().route("https://" + host + "/**", (route) -> {
			requests.add(route.request());
			route.fulfill(answer);
		});
		return requests;
	}

	private static Locator load(Window window, String service) {
		return window.page()
			.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Load the " + service + " player"));
	}

	@ParameterizedTest
	@CsvSource(
			textBlock = """
					YouTube,      www.youtube-nocookie.com, youtu.be/abcDEF123-_?si=1,                         /embed/abcDEF123-_?autoplay=1
					SoundCloud,   w.soundcloud.com,  https://soundcloud.com/ada/track?si=1,                    /player/?url=https%3A%2F%2Fsoundcloud.com%2Fada%2Ftrack&auto_play=true&show_teaser=false
					Google Drive, drive.google.com,  https://drive.google.com/file/d/a-b_C1/view?usp=sharing,  /file/d/a-b_C1/preview
					OneDrive,     onedrive.live.com, https://onedrive.live.com/?authkey=A&cid=C&id=I,          /embed?cid=C&resid=I&authkey=A""")
	void areFramesWithoutPowerOverTheWebsite(String service, String host, String link, String address) {
		Window window = this.windows.of(this.scenario.verifiedMember("ada"));
		List<Request> requests = answerFor(window, host, PAGE);
		window.open("/request").fill("Link to your track", link);
		load(window, service).waitFor();
		assertThat(requests).isEmpty();

		load(window, service).click();

		Locator frame = window.page().getByTitle(service + " player");
		PlaywrightAssertions.assertThat(frame).hasAttribute("src", "https://" + host + address);
		PlaywrightAssertions.assertThat(frame).hasAttribute("referrerpolicy", "strict-origin-when-cross-origin");
		assertThat(frame.getAttribute("sandbox")).startsWith(SANDBOX).doesNotContain("top-navigation");
		assertThat(frame.getAttribute("allow")).startsWith("autoplay");
		PlaywrightAssertions.assertThat(frame).isFocused();
		window.page().frameLocator("iframe").locator("html").waitFor();
		assertThat(requests.getFirst().url()).isEqualTo("https://" + host + address);
		assertThat(requests.getFirst().headers().getOrDefault("referer", "")).doesNotContain("/request");
		window.isAccessible();
	}

	@Test
	void playFilesWithoutAFrame() {
		Window window = this.windows.of(this.scenario.verifiedMember("ada"));
		List<Request> requests = answerFor(window, "www.dropbox.com", aFile());
		window.open("/request")
			.fill("Link to your track", " www.dropbox.com/scl/fi/a1/mix.wav?rlkey=k&st=x&dl=0\u200b");
		load(window, "Dropbox").waitFor();
		assertThat(requests).isEmpty();

		load(window, "Dropbox").click();

		PlaywrightAssertions.assertThat(window.page().getByLabel("Dropbox player")).hasJSProperty("duration", 1);
		window.isAccessible();
		assertThat(requests.getFirst().url()).isEqualTo("https://www.dropbox.com/scl/fi/a1/mix.wav?rlkey=k&raw=1");
	}

	/// Each row of the table of accepted links that has a player.
	@Test
	void playEachLinkOfTheDocumentation() {
		List<AcceptedLink> links = TrackLinkTables.accepted()
			.stream()
			.filter((link) -> !link.address().isEmpty())
			.toList();
		Window window = this.windows.of(this.scenario.verifiedMember("ada")).open("/request");
		Map<String, List<Request>> requests = new HashMap<>();
		for (AcceptedLink link : links) {
			String host = URI.create(link.address()).getHost();
			List<Request> ofHost = requests.computeIfAbsent(host,
					(_) -> answerFor(window, host, link.player().equals("AUDIO") ? aFile() : PAGE));
			int before = ofHost.size();

			new LinkField(window).replace(link.typed());
			load(window, sourceName(link)).click();

			PlaywrightAssertions.assertThat(player(window, link)).hasAttribute("src", link.address());
			window.page().waitForCondition(() -> ofHost.size() > before);
			assertThat(ofHost.get(before).url()).as(link.typed()).isEqualTo(link.address());
		}
	}

	private static Locator player(Window window, AcceptedLink link) {
		String name = sourceName(link) + " player";
		return link.player().equals("AUDIO") ? window.page().getByLabel(name) : window.page().getByTitle(name);
	}

	private static String sourceName(AcceptedLink link) {
		return TrackLink.parse(link.typed()).orElseThrow().source().displayName();
	}

	@Test
	void sayThatAFileDoesNotPlay() {
		Window window = this.windows.of(this.scenario.verifiedMember("ada"));
		answerFor(window, "www.dropbox.com", PAGE);
		window.open("/request").fill("Link to your track", "https://www.dropbox.com/s/a1/mix.wav?dl=0");

		load(window, "Dropbox").click();

		window.sees("This file does not play here.");
	}

	@ParameterizedTest
	@CsvSource({ "https://on.soundcloud.com/AbC123, SoundCloud", "https://1drv.ms/u/s!AbC?e=1, Microsoft",
			"https://mira.bandcamp.com/track/salt, Bandcamp" })
	void areLinksWhereTheServiceHasNone(String link, String company) {
		Window window = this.windows.of(this.scenario.verifiedMember("ada"));

		window.open("/request").fill("Link to your track", link);

		window.sees("Until you open it, " + company + " does not know that you are here.");
		window.isAccessible();
	}

	@Test
	void areReplacedByTheReasonWhyALinkIsNoTrack() {
		Window window = this.windows.of(this.scenario.verifiedMember("ada"));

		window.open("/request").fill("Link to your track", "https://soundcloud.com/ada/sets/rain");

		window.sees("This link leads to a list of tracks at SoundCloud. Please paste the link of one track.");
		window.isAccessible();
	}

	private static Route.FulfillOptions aFile() {
		return new Route.FulfillOptions().setContentType("audio/wav").setBodyBytes(silence());
	}

	/// A file of one second.
	private static byte[] silence() {
		int rate = 8_000;
		return ByteBuffer.allocate(44 + rate)
			.order(ByteOrder.LITTLE_ENDIAN)
			.put("RIFF".getBytes(StandardCharsets.US_ASCII))
			.putInt(36 + rate)
			.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
			.putInt(16)
			.putShort((short) 1)
			.putShort((short) 1)
			.putInt(rate)
			.putInt(rate)
			.putShort((short) 1)
			.putShort((short) 8)
			.put("data".getBytes(StandardCharsets.US_ASCII))
			.putInt(rate)
			.array();
	}

	@Test
	void doNotLearnWhoOpensAGroup() {
		Window window = this.windows.of(this.scenario.group("ada", "ben").getFirst());
		window.open("/").follow("Feedback Group").seesHeading("Feedback Group").fill("Your feedback", "The kick");
		List<Request> requests = answerFor(window, "w.soundcloud.com", PAGE);
		load(window, "SoundCloud").press("Enter");

		window.page().getByTitle("SoundCloud player").waitFor();

		window.page().frameLocator("iframe").locator("html").waitFor();
		assertThat(requests).hasSize(1);
		PlaywrightAssertions.assertThat(window.field("Your feedback")).hasValue("The kick");
	}

}
