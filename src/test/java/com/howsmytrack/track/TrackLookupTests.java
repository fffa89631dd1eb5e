package com.howsmytrack.track;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.feedback.RequestTrackBroken;
import com.howsmytrack.feedback.RequestTrackUnresolved;
import com.howsmytrack.outbound.StandInAnswer;
import com.howsmytrack.outbound.StandInConfiguration;
import com.howsmytrack.outbound.StandInServer;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.RecordedEvents;
import com.howsmytrack.testing.WholeApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static com.howsmytrack.feedback.FeedbackScenario.delete;
import static com.howsmytrack.feedback.FeedbackScenario.edit;
import static com.howsmytrack.feedback.FeedbackScenario.pending;
import static com.howsmytrack.feedback.FeedbackScenario.pendingId;
import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
@Import({ StandInConfiguration.class, DueLookups.class })
@TestPropertySource(properties = "howsmytrack.outbound.enabled=true")
class TrackLookupTests {

	private static final String SHORT = "https://on.soundcloud.com/QnSJh";

	private static final String TRACK = "https://soundcloud.com/forss/flickermood";

	private static final String SHARED = TRACK + "?ref=clipboard&p=i&c=1&si=A1822F15&utm_source=clipboard";

	private static final String OEMBED = "https://soundcloud.com/oembed?format=json&url=https%3A%2F%2Fsoundcloud.com%2Fforss%2Fflickermood";

	private static final String ANSWER = """
			{"version":1.0,"type":"rich","provider_name":"SoundCloud","provider_url":"https://soundcloud.com","height":400,
			"width":"100%","title":"Flickermood by Forss","description":"From the Soulhack album","html":"<iframe></iframe>",
			"author_name":"Forss","author_url":"https://soundcloud.com/forss"}""";

	@Autowired
	StandInServer services;

	@Autowired
	LookupQueue queue;

	@Autowired
	LookupWriter writer;

	@Autowired
	ShortLinks shortLinks;

	@Autowired
	DueLookups lookups;

	@Autowired
	Api api;

	@Autowired
	FeedbackScenario scenario;

	@Autowired
	Database database;

	@Autowired
	RecordedEvents events;

	@Autowired
	AdjustableClock clock;

	private LookupRunner runner;

	private LookupRunner otherInstance;

	@BeforeEach
	void reset() {
		this.services.reset();
		this.otherInstance = this.lookups.newInstance();
		// The pauses of hosts belong to an earlier test.
		this.runner = this.lookups.newInstance();
	}

	@Test
	void resolvesAShortLinkByItsLocationOnly() {
		Browser ann = memberWith("ann", SHORT);
		assertThat(mediaUrl(ann)).isEqualTo(SHORT);
		this.services.on(SHORT, StandInAnswer.redirect(SHARED)).on(OEMBED, StandInAnswer.json(ANSWER));

		lookUp();

		assertThat(mediaUrl(ann)).isEqualTo(TRACK);
		assertThat(this.services.urls()).containsExactly(SHORT, OEMBED);
		assertThat(title(ann)).isEqualTo("Flickermood");
		assertThat(artist(ann)).isEqualTo("Forss");
	}

	@Test
	void resolvesAShortLinkOfOneDrive() {
		Browser ann = memberWith("ann", "https://1drv.ms/u/s!AkijuZglD51udYXH7Sk97fS-g_c");
		this.services.on("https://1drv.ms/u/s!AkijuZglD51udYXH7Sk97fS-g_c", StandInAnswer.redirect(301,
				"https://onedrive.live.com/redir?resid=6E9D0F2598B9A348!117&authkey=!AIXH7Sk97fS-g_c&e=4xY"));

		lookUp();

		assertThat(mediaUrl(ann)).startsWith("https://onedrive.live.com/").contains("6E9D0F2598B9A348");
		assertThat(this.services.requests()).hasSize(1);
	}

	@Test
	void followsAShortLinkToAnotherOne() {
		Browser ann = memberWith("ann", SHORT);
		this.services.on(SHORT, StandInAnswer.redirect("https://on.soundcloud.com/other"))
			.on("https://on.soundcloud.com/other", StandInAnswer.redirect(TRACK));

		lookUp();

		assertThat(mediaUrl(ann)).isEqualTo(TRACK);
	}

	@Test
	void stopsAtALoopOfShortLinks() {
		Browser ann = memberWith("ann", SHORT);
		this.services.on(SHORT, StandInAnswer.redirect(SHORT));

		lookUp();

		assertThat(mediaUrl(ann)).isEqualTo(SHORT);
		assertThat(this.services.requests()).hasSize(3);
		assertThat(state(SHORT)).isEqualTo("NOT_FOUND");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://169.254.169.254/latest/meta-data/", "http://localhost:5432/",
			"file:///etc/passwd", "https://soundcloud.com/forss", "https://soundcloud.com/forss/sets/soulhack",
			"https://soundcloud.com/", "https://evil.example/forss/flickermood", "javascript:alert(1)", "https://a b/",
			"" })
	void leavesAShortLinkThatLeadsToNoTrack(String location) {
		Browser ann = memberWith("ann", SHORT);
		this.services.on(SHORT, StandInAnswer.redirect(location));

		lookUp();

		assertThat(mediaUrl(ann)).isEqualTo(SHORT);
		assertThat(this.services.urls()).containsExactly(SHORT);
		assertThat(this.events.of(RequestTrackBroken.class)).isEmpty();
	}

	@Test
	void readsNoBodyOfAPageInsteadOfARedirect() {
		Browser ann = memberWith("ann", SHORT);
		this.services.on(SHORT, StandInAnswer.endless("HTTP/1.1 200 OK\nContent-Type: text/html"));

		lookUp();

		assertThat(mediaUrl(ann)).isEqualTo(SHORT);
		assertThat(state(SHORT)).isEqualTo("NOT_FOUND");
	}

	@Test
	void leavesTheLaterRequestForATrackThatIsPendingAndTellsItsOwner() {
		Browser ann = memberWith("ann", TRACK);
		Browser ben = memberWith("ben", SHORT);
		this.services.on(SHORT, StandInAnswer.redirect(SHARED)).on(OEMBED, StandInAnswer.json(ANSWER));

		lookUp();

		assertThat(mediaUrl(ben)).isEqualTo(SHORT);
		assertThat(mediaUrl(ann)).isEqualTo(TRACK);
		assertThat(this.events.of(RequestTrackUnresolved.class)).singleElement()
			.satisfies((told) -> assertThat(told.request()).isEqualTo(pendingId(ben)))
			.satisfies((told) -> assertThat(told.member().value()).isEqualTo(this.database.account("ben")));
	}

	@Test
	void leavesARequestThatWasEditedDuringTheCall() {
		Browser ann = memberWith("ann", SHORT);
		this.services.on(SHORT,
				StandInAnswer.redirect(TRACK)
					.during(() -> edit(ann, pendingId(ann), Map.of("mediaUrl", "https://soundcloud.com/ann/other"))
						.succeeded("editFeedbackRequest")));

		lookUp();

		assertThat(state(SHORT)).isEqualTo("FOUND");
		assertThat(mediaUrl(ann)).isEqualTo("https://soundcloud.com/ann/other");
	}

	@Test
	void changesNothingIfTheRequestWasWithdrawnDuringTheCall() {
		Browser ann = memberWith("ann", SHORT);
		this.services.on(SHORT, StandInAnswer.redirect(TRACK)
			.during(() -> delete(ann, pendingId(ann)).succeeded("deleteFeedbackRequest")));

		lookUp();

		assertThat(state(SHORT)).isEqualTo("FOUND");
		assertThat(this.database.count("feedback_request")).isZero();
	}

	@Test
	void resolvesARequestThatWasGroupedDuringTheCall() {
		memberWith("ann", SHORT);
		this.scenario.memberWithTrack("ben", Genre.JAZZ);
		this.services.on(SHORT, StandInAnswer.redirect(TRACK).during(this.scenario::assignGroups));

		lookUp();

		assertThat(this.database.list(String.class,
				"SELECT media_url FROM feedback_request WHERE feedback_group_id IS NOT NULL"))
			.contains(TRACK);
	}

	@Test
	void resolvesALaterRequestWithTheSameShortLinkWithoutACall() {
		Browser ann = memberWith("ann", SHORT);
		this.services.on(SHORT, StandInAnswer.redirect(TRACK)).on(OEMBED, StandInAnswer.json(ANSWER));
		lookUp();
		delete(ann, pendingId(ann)).succeeded("deleteFeedbackRequest");

		Browser ben = memberWith("ben", SHORT);
		lookUp();

		assertThat(mediaUrl(ben)).isEqualTo(TRACK);
		assertThat(this.services.urls()).containsExactly(SHORT, OEMBED);
	}

	@Test
	void callsOnceWhenTwoInstancesRun() {
		Browser ann = memberWith("ann", SHORT);
		this.services.on(SHORT, StandInAnswer.redirect(TRACK).during(() -> lookUp(this.otherInstance)));

		lookUp();

		assertThat(this.services.urls()).containsOnlyOnce(SHORT);
		assertThat(mediaUrl(ann)).isEqualTo(TRACK);
	}

	/// A killed instance has claimed the look-up and made the call.
	@Test
	void repeatsTheCallOfAKilledInstanceAfterItsLease() {
		Browser ann = memberWith("ann", SHORT);
		this.services.on(SHORT, StandInAnswer.redirect(TRACK));
		TrackLookup killed = this.queue.claim("on.soundcloud.com").orElseThrow();
		LookupResult lost = this.shortLinks.resolve(killed.url());

		lookUp();
		assertThat(mediaUrl(ann)).isEqualTo(SHORT);

		this.clock.advance(Duration.ofMinutes(2));
		lookUp(this.otherInstance);
		assertThat(mediaUrl(ann)).isEqualTo(TRACK);

		// It was only slow: its result changes nothing any more.
		edit(ann, pendingId(ann), Map.of("mediaUrl", SHORT)).succeeded("editFeedbackRequest");
		this.writer.write(killed, lost);
		assertThat(mediaUrl(ann)).isEqualTo(SHORT);
	}

	@Test
	void triesAgainAfterFailuresWithGrowingDelaysAndGivesUp() {
		memberWith("ann", SHORT);
		this.services.on(SHORT, StandInAnswer.html(503));

		for (Duration delay : List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(30),
				Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(9))) {
			this.clock.advance(delay.minusMillis(1).isNegative() ? Duration.ZERO : delay.minusMillis(1));
			lookUp();
			this.clock.advance(Duration.ofMillis(1));
			lookUp();
		}

		assertThat(this.services.requests()).hasSize(6);
		assertThat(state(SHORT)).isEqualTo("NOT_FOUND");
	}

	@Test
	void waitsAsLongAsAServiceAsks() {
		Browser ann = memberWith("ann", SHORT);
		memberWith("ben", "https://on.soundcloud.com/another");
		this.services.on(SHORT, StandInAnswer.retryAfter("120"), StandInAnswer.redirect(TRACK));

		lookUp();
		this.clock.advance(Duration.ofSeconds(119));
		lookUp();
		// The other link of this host waits too.
		assertThat(this.services.urls()).containsExactly(SHORT);

		this.clock.advance(Duration.ofSeconds(1));
		lookUp();
		assertThat(mediaUrl(ann)).isEqualTo(TRACK);
	}

	@Test
	void makesTenCallsAMinuteForAMember() {
		Browser ann = memberWith("ann", "https://on.soundcloud.com/code0");
		int request = pendingId(ann);
		IntStream.range(1, 12)
			.forEach((number) -> edit(ann, request, Map.of("mediaUrl", "https://on.soundcloud.com/code" + number))
				.succeeded("editFeedbackRequest"));

		lookUp();
		assertThat(this.services.requests()).hasSize(10);

		this.clock.advance(Duration.ofMinutes(1));
		lookUp();
		assertThat(this.services.requests()).hasSize(12);
	}

	@Test
	void tellsTheOwnerOfATrackThatIsGone() {
		Browser ann = memberWith("ann", TRACK);
		this.services.on(OEMBED, StandInAnswer.html(404));

		lookUp();
		this.clock.advance(Duration.ofHours(23));
		lookUp();
		assertThat(this.events.of(RequestTrackBroken.class)).isEmpty();

		this.clock.advance(Duration.ofHours(1));
		lookUp();
		assertThat(this.events.of(RequestTrackBroken.class)).singleElement()
			.isEqualTo(new RequestTrackBroken(pendingId(ann), new AccountId(this.database.account("ann"))));
		assertThat(state("SOUNDCLOUD:forss/flickermood")).isEqualTo("GONE");
	}

	@Test
	void tellsTheOwnerOfAShortLinkThatIsGone() {
		Browser ann = memberWith("ann", SHORT);
		this.services.on(SHORT, StandInAnswer.html(404));

		lookUp();
		this.clock.advance(Duration.ofHours(24));
		lookUp();

		assertThat(mediaUrl(ann)).isEqualTo(SHORT);
		assertThat(this.events.of(RequestTrackBroken.class)).singleElement()
			.isEqualTo(new RequestTrackBroken(pendingId(ann), new AccountId(this.database.account("ann"))));
	}

	@Test
	void causesNoCallForAVisitorOrWhileAMemberTypes() {
		Browser ann = this.scenario.verifiedMember("ann");

		for (Browser browser : List.of(this.api.visitor(), ann)) {
			browser.run("query($url: String!) { mediaInfo(mediaUrl: $url) { mediaUrl } }", Map.of("url", SHORT))
				.hasNoErrors();
			lookUp();
		}

		assertThat(this.services.requests()).isEmpty();
		assertThat(this.database.count("track_lookup")).isZero();
	}

	@Test
	void doesNotReportATrackThatIsThereAgain() {
		memberWith("ann", TRACK);
		this.services.on(OEMBED, StandInAnswer.html(404), StandInAnswer.json(ANSWER));

		lookUp();
		this.clock.advance(Duration.ofHours(24));
		lookUp();

		assertThat(this.events.of(RequestTrackBroken.class)).isEmpty();
		assertThat(state("SOUNDCLOUD:forss/flickermood")).isEqualTo("FOUND");
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403, 451, 503 })
	void doesNotTakeAnotherErrorForABrokenLink(int status) {
		memberWith("ann", TRACK);
		this.services.on(OEMBED, StandInAnswer.html(status));

		for (int day = 0; day < 3; day++) {
			lookUp();
			this.clock.advance(Duration.ofDays(1));
		}

		assertThat(this.events.of(RequestTrackBroken.class)).isEmpty();
	}

	@Test
	void looksUpNoPrivateTrack() {
		Browser ann = memberWith("ann", TRACK + "/s-Ab12Cd34");

		lookUp();

		assertThat(this.services.requests()).isEmpty();
		assertThat(mediaUrl(ann)).isEqualTo(TRACK + "/s-Ab12Cd34");
	}

	@Test
	void readsTheTitleOfAVideo() {
		Browser ann = memberWith("ann", "https://youtu.be/dQw4w9WgXcQ");
		this.services.on(
				"https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DdQw4w9WgXcQ",
				StandInAnswer.json("""
						{"title":"Rain on Tin","author_name":"Ann","type":"video","height":113,"version":"1.0"}"""));

		lookUp();

		assertThat(title(ann)).isEqualTo("Rain on Tin");
		assertThat(artist(ann)).isEqualTo("Ann");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "null", "\"text\"", "1e999999", "{\"title\":5,\"author_name\":[\"a\"]}",
			"{\"title\":{\"a\":1}}", "{\"title\":\"\",\"author_name\":\"\\u202e\"}",
			"<html><title>Title</title></html>", "{\"title\":\"a\"", "{\"title\":\"\\u0000\"}", "\u0000\u0001" })
	void storesNoTitleFromAHostileAnswer(String answer) {
		Browser ann = memberWith("ann", TRACK);
		this.services.on(OEMBED, StandInAnswer.json(answer));

		lookUp();

		assertThat(pending(ann).errorMessages()).isEmpty();
		assertThat(this.database.count("track_lookup WHERE title IS NOT NULL OR artist IS NOT NULL")).isZero();
	}

	@Test
	void storesNoTitleFromAnEndlessOrDeepAnswer() {
		memberWith("ann", TRACK);
		this.services.on(OEMBED, StandInAnswer.json("[".repeat(30_000)),
				StandInAnswer.endless("HTTP/1.1 200 OK\nContent-Type: application/json"));

		lookUp();
		this.clock.advance(Duration.ofSeconds(5));
		lookUp();

		assertThat(this.services.requests()).hasSize(2);
		assertThat(state("SOUNDCLOUD:forss/flickermood")).isEqualTo("NOT_FOUND");
	}

	@Test
	void cleansATitle() {
		Browser ann = memberWith("ann", TRACK);
		this.services.on(OEMBED, StandInAnswer
			.json("{\"title\":\"<b>\\u202eRain\\u0000 " + "x".repeat(2000) + "\",\"author_name\":\"A\\nB\"}"));

		lookUp();

		assertThat(title(ann)).startsWith("<b>Rain x").hasSize(200);
		assertThat(artist(ann)).isEqualTo("A B");
	}

	private void lookUp() {
		lookUp(this.runner);
	}

	private void lookUp(LookupRunner instance) {
		this.lookups.run(instance);
	}

	private Browser memberWith(String name, String mediaUrl) {
		return this.scenario.memberWithLink(name, mediaUrl, Genre.JAZZ);
	}

	private static @Nullable String mediaUrl(Browser member) {
		return pending(member).at("unassignedRequest.mediaUrl");
	}

	private static @Nullable String title(Browser member) {
		return track(member).at("unassignedRequest.track.title");
	}

	private static @Nullable String artist(Browser member) {
		return track(member).at("unassignedRequest.track.artist");
	}

	private static Answer track(Browser member) {
		return member.run("{ unassignedRequest { track { title artist } } }").hasNoErrors();
	}

	private String state(String key) {
		return this.database.single(String.class, "SELECT state FROM track_lookup WHERE track_key = ?", key);
	}

}
