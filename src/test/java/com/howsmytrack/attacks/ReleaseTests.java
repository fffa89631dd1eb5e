package com.howsmytrack.attacks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.howsmytrack.feedback.FeedbackReleased;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.jobs.TransactionalJob;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.RecordedEvents;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/// Members who watch when something becomes visible, to find out who wrote it. Responses and replies are released every
/// hour. The group is formed at noon. With `release-interval=0`, the attacks succeed.
@WholeApplication
@TestPropertySource(properties = "howsmytrack.feedback.release-interval=1h")
class ReleaseTests {

	private static final String REPLY = "addFeedbackResponseReply";

	/// The job runs half a minute after every fifth minute.
	private static final Duration RUN_OFFSET = Duration.ofSeconds(30);

	private static final Duration RUN_PERIOD = Duration.ofMinutes(5);

	private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[^\"]+");

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private AdjustableClock clock;

	@Autowired
	private Database database;

	@Autowired
	private RecordedEvents events;

	@Autowired
	@Qualifier("feedbackRelease")
	private TransactionalJob release;

	private Browser ada;

	private Browser bo;

	private Browser cy;

	private Browser di;

	@BeforeEach
	void formAGroupOfFour() {
		List<Browser> members = this.scenario.group("ada", "bo", "cy", "di");
		this.ada = members.get(0);
		this.bo = members.get(1);
		this.cy = members.get(2);
		this.di = members.get(3);
	}

	/// Moves the clock to a time of the day and runs the job at each scheduled time.
	private void passUntil(String time) {
		Instant until = Instant.parse("2026-03-01T" + time + "Z");
		for (Instant run = nextRun(); !run.isAfter(until); run = nextRun()) {
			this.clock.pass(Duration.between(this.clock.instant(), run));
			this.scenario.releaseFeedback();
		}
		this.clock.pass(Duration.between(this.clock.instant(), until));
	}

	private Instant nextRun() {
		long period = RUN_PERIOD.toSeconds();
		long since = Math.floorDiv(this.clock.instant().minus(RUN_OFFSET).getEpochSecond(), period) * period;
		return Instant.ofEpochSecond(since).plus(RUN_PERIOD).plus(RUN_OFFSET);
	}

	private static void submit(Browser member, int response) {
		FeedbackScenario.submit(member, response, "The kick hides the bass.").succeeded("submitFeedbackResponse");
	}

	private static int reply(Browser member, int response, String text, boolean allowReplies) {
		return FeedbackScenario.reply(member, response, text, allowReplies)
			.succeeded(REPLY)
			.number(REPLY + ".reply.id");
	}

	private static String export(Browser member) {
		return member.run("{ exportMyData }").hasNoErrors().response().body();
	}

	/// The unread replies and all replies of a response, as the member's pages count
	/// them.
	private static List<Integer> counts(Browser member, int response) {
		String body = FeedbackScenario.groups(member).response().body();
		String path = "$.data.feedbackGroups[*][*][?(@.id == %d)].".formatted(response);
		return Stream.of("unreadReplies", "replies")
			.flatMap((field) -> JsonPath.<List<Integer>>read(body, path + field).stream())
			.toList();
	}

	private static List<String> texts(Browser member, int response) {
		List<String> texts = FeedbackScenario.conversation(member, response).at("replies.replies[*].text");
		return (texts != null) ? texts : List.of();
	}

	/// Polls after every minute of three hours and once more after each run of the job.
	@Test
	void aPollSeesChangesOnlyAtMultiplesOfTheInterval() {
		FeedbackScenario.submitAllForms(this.ada);
		int bos = this.scenario.response("bo", "ada");
		Map<String, Runnable> writes = Map.of("12:07:00", () -> submit(this.bo, bos), "12:41:00",
				() -> submit(this.cy, this.scenario.response("cy", "ada")), "13:20:00",
				() -> submit(this.di, this.scenario.response("di", "ada")), "13:33:00",
				() -> reply(this.bo, bos, "One more thing.", false));
		List<Instant> changes = new ArrayList<>();
		String seen = view(this.ada);

		for (int minute = 1; minute <= 180; minute++) {
			String time = "%02d:%02d:00".formatted(12 + minute / 60, minute % 60);
			passUntil(time);
			writes.getOrDefault(time, () -> {
			}).run();
			String now = view(this.ada);
			if (!now.equals(seen)) {
				changes.add(this.clock.instant());
			}
			seen = now;
		}

		assertThat(changes).containsExactly(Instant.parse("2026-03-01T13:01:00Z"),
				Instant.parse("2026-03-01T14:01:00Z"));
	}

	private static String view(Browser member) {
		return FeedbackScenario.groups(member).response().body() + FeedbackScenario.notifications(member);
	}

	/// Cy writes to Ada and Bo within three minutes, then Di does. If Ada and Bo saw
	/// these
	/// times, they could find the two responses of each writer.
	@Test
	void twoMembersCannotMatchAuthorsByTimes() {
		FeedbackScenario.submitAllForms(this.ada);
		FeedbackScenario.submitAllForms(this.bo);
		passUntil("12:07:11");
		submit(this.cy, this.scenario.response("cy", "ada"));
		passUntil("12:09:45");
		submit(this.cy, this.scenario.response("cy", "bo"));
		passUntil("12:20:03");
		submit(this.di, this.scenario.response("di", "ada"));
		passUntil("12:22:38");
		submit(this.di, this.scenario.response("di", "bo"));
		for (String name : List.of("ada", "bo")) {
			reply(this.cy, this.scenario.response("cy", name), "How was it recorded?", true);
			passUntil("ada".equals(name) ? "12:23:07" : "12:24:09");
			reply(this.di, this.scenario.response("di", name), "Where was it recorded?", true);
		}
		passUntil("13:05:00");
		for (Browser colluder : List.of(this.ada, this.bo)) {
			FeedbackScenario.received(colluder).forEach((id) -> FeedbackScenario.rate(colluder, id, 4));
		}

		for (Browser colluder : List.of(this.ada, this.bo)) {
			Map<String, Object> export = JsonPath.read(export(colluder), "$.data.exportMyData.feedback");
			assertThat(export.get("feedbackReceived").toString()).contains("The kick hides the bass.");
			assertThat(JsonPath.<List<String>>read(export, "$.feedbackReceived[*].submittedAt")).isEmpty();
			List<String> received = new ArrayList<>(JsonPath.<List<String>>read(export,
					"$.feedbackReceived[*].conversation[?(@.by == 'Them')].writtenAt"));
			FeedbackScenario.received(colluder)
				.forEach((id) -> received.addAll(times(FeedbackScenario.conversation(colluder, id))));
			assertThat(received).hasSize(4)
				.extracting(Instant::parse)
				.containsOnly(Instant.parse("2026-03-01T13:00:00Z"));
		}
	}

	private static List<String> times(Answer answer) {
		return TIME.matcher(answer.response().body()).results().map(MatchResult::group).toList();
	}

	/// Bo has given all feedback, so a reply by Bo to Ada tells her that the only
	/// response
	/// on her track is Bo's.
	@Test
	void theFirstReplyDoesNotNameTheAuthorOfTheOnlyResponse() {
		int thread = this.scenario.response("ada", "bo");
		int response = this.scenario.response("bo", "ada");
		FeedbackScenario.submitAllForms(this.ada);
		FeedbackScenario.submitAllForms(this.bo);
		passUntil("13:10:00");
		FeedbackScenario.rate(this.bo, thread, 4).succeeded("rateFeedbackResponse");
		int reply = reply(this.bo, thread, "Which bass?", true);
		passUntil("15:30:00");

		assertThat(FeedbackScenario.received(this.ada)).containsExactly(response);
		assertThat(texts(this.bo, thread)).containsExactly("Which bass?");
		assertThat(texts(this.ada, thread)).isEmpty();
		assertThat(counts(this.ada, thread)).containsExactly(0, 0);
		assertThat(FeedbackScenario.notifications(this.ada)).isZero();
		assertThat(export(this.ada)).doesNotContain("Which bass?");

		submit(this.cy, this.scenario.response("cy", "ada"));
		assertThat(texts(this.ada, thread)).isEmpty();
		passUntil("16:10:00");

		assertThat(FeedbackScenario.received(this.ada)).hasSize(2);
		assertThat(texts(this.ada, thread)).containsExactly("Which bass?");
		assertThat(times(FeedbackScenario.conversation(this.ada, thread))).singleElement()
			.extracting(Instant::parse)
			.isEqualTo(Instant.parse("2026-03-01T16:00:00Z"));
		assertThat(FeedbackScenario.notifications(this.ada)).isEqualTo(1);
		FeedbackScenario.markAsRead(this.ada, List.of(reply));
		assertThat(FeedbackScenario.notifications(this.ada)).isZero();
	}

	@Test
	void theFirstReplyDoesNotNameTheAuthorInAGroupOfThree() {
		List<Browser> three = this.scenario.group("ed", "fi", "gil");
		int thread = this.scenario.response("ed", "fi");
		FeedbackScenario.submitAllForms(three.get(0));
		FeedbackScenario.submitAllForms(three.get(1));
		passUntil("13:10:00");
		FeedbackScenario.rate(three.get(1), thread, 4).succeeded("rateFeedbackResponse");
		reply(three.get(1), thread, "Which bass?", true);
		passUntil("14:10:00");

		assertThat(texts(three.get(0), thread)).isEmpty();
	}

	@Test
	void aReplyThatNamesNoAuthorIsReleased() {
		List<Browser> two = this.scenario.group("ed", "fi");
		this.scenario.memberWithTrack("gil", Genre.POP);
		Browser hal = this.scenario.memberWithTrack("hal", Genre.POP);
		Browser trackless = this.scenario.tracklessMember("ida", Genre.POP);
		this.scenario.assignGroups();
		Stream.of(two.get(0), two.get(1), hal, trackless).forEach(FeedbackScenario::submitAllForms);
		passUntil("13:10:00");
		int inGroupOfTwo = this.scenario.response("ed", "fi");
		int ofTrackless = this.scenario.response("ida", "hal");
		FeedbackScenario.rate(two.get(1), inGroupOfTwo, 4).succeeded("rateFeedbackResponse");
		FeedbackScenario.rate(hal, ofTrackless, 4).succeeded("rateFeedbackResponse");
		reply(two.get(1), inGroupOfTwo, "Which bass?", true);
		reply(hal, ofTrackless, "Which bass?", true);
		passUntil("14:10:00");

		assertThat(texts(two.get(0), inGroupOfTwo)).containsExactly("Which bass?");
		assertThat(texts(trackless, ofTrackless)).containsExactly("Which bass?");
	}

	/// Cy has written to Ada, and Bo has not. Both answers to Ada are the same.
	@Test
	void aResponseThatIsNotReleasedLooksLikeAForm() {
		FeedbackScenario.submitAllForms(this.ada);
		passUntil("12:10:00");
		submit(this.cy, this.scenario.response("cy", "ada"));

		List<String> answers = Stream.of("cy", "bo")
			.map((name) -> this.scenario.response(name, "ada"))
			.map((id) -> FeedbackScenario.rate(this.ada, id, 4).response().body()
					+ FeedbackScenario.reply(this.ada, id, "Hello?", true).response().body()
					+ FeedbackScenario.conversation(this.ada, id).response().body())
			.toList();

		assertThat(answers.getFirst()).isEqualTo(answers.getLast());
		FeedbackScenario.groups(this.ada)
			.with("feedbackGroups[0].userFeedbackResponseCount", 0)
			.with("feedbackGroups[0].userFeedbackResponses", List.of());
		assertThat(export(this.ada)).contains("\"feedbackReceived\":[]");
	}

	/// Each side closes the conversation before it sees the closing reply of the other.
	@Test
	void closingRepliesMayCross() {
		int thread = rated();
		reply(this.ada, thread, "That is all.", false);
		FeedbackScenario.conversation(this.bo, thread).with("replies.allowFurtherReplies", true);
		passUntil("13:20:00");
		reply(this.bo, thread, "Thanks.", true);
		passUntil("13:21:00");
		reply(this.bo, thread, "Bye.", false);
		passUntil("14:10:00");

		assertThat(texts(this.ada, thread)).containsExactly("That is all.", "Thanks.", "Bye.");
		assertThat(texts(this.bo, thread)).containsExactly("Thanks.", "Bye.", "That is all.");
		for (Browser side : List.of(this.ada, this.bo)) {
			FeedbackScenario.conversation(side, thread).with("replies.allowFurtherReplies", false);
			FeedbackScenario.reply(side, thread, "But", true)
				.hasUserError(REPLY, "CONVERSATION_CLOSED", "You cannot reply to this feedback.", "feedbackResponseId");
		}
	}

	/// Of Ada on Bo's track, at 13:10. All four have given all feedback.
	private int rated() {
		List.of(this.ada, this.bo, this.cy, this.di).forEach(FeedbackScenario::submitAllForms);
		passUntil("13:10:00");
		int thread = this.scenario.response("ada", "bo");
		FeedbackScenario.rate(this.bo, thread, 4).succeeded("rateFeedbackResponse");
		return thread;
	}

	@Test
	void aReplyByTheOtherSideIsOrderedByTheTimeOfItsRelease() {
		int thread = rated();
		reply(this.ada, thread, "First.", true);
		passUntil("13:12:00");
		reply(this.bo, thread, "Second.", true);
		passUntil("14:10:00");

		assertThat(texts(this.ada, thread)).containsExactly("First.", "Second.");
		assertThat(texts(this.bo, thread)).containsExactly("Second.", "First.");
		assertThat(times(FeedbackScenario.conversation(this.bo, thread))).extracting(Instant::parse)
			.containsExactly(Instant.parse("2026-03-01T13:12:00Z"), Instant.parse("2026-03-01T14:00:00Z"));
	}

	@Test
	void unreadCountsFollowTheRelease() {
		int thread = rated();
		int reply = reply(this.bo, thread, "Which bass?", true);

		assertThat(counts(this.bo, thread)).containsExactly(0, 1);
		assertThat(counts(this.ada, thread)).containsExactly(0, 0);
		assertThat(FeedbackScenario.notifications(this.ada)).isZero();
		FeedbackScenario.markAsRead(this.ada, List.of(reply)).succeeded("markRepliesAsRead");
		passUntil("14:10:00");

		assertThat(counts(this.ada, thread)).containsExactly(1, 1);
		assertThat(FeedbackScenario.notifications(this.ada)).isEqualTo(1);
	}

	@Test
	void aRunStartedByHandReleasesTheSameBatch() {
		passUntil("12:55:00");
		submit(this.cy, this.scenario.response("cy", "ada"));
		this.clock.pass(Duration.ofMinutes(10));
		submit(this.di, this.scenario.response("di", "ada"));
		this.clock.pass(Duration.ofMinutes(20));

		assertThat(this.scenario.releaseFeedback().counts())
			.isEqualTo(Map.of("responsesReleased", 1L, "repliesReleased", 0L));

		assertThat(this.database.list(String.class,
				"SELECT released_at AT TIME ZONE 'UTC' FROM feedback_response WHERE released_at IS NOT NULL"))
			.containsExactly("2026-03-01 13:00:00");
		assertThat(this.events.of(FeedbackReleased.class))
			.containsExactly(new FeedbackReleased(List.of((long) this.scenario.response("cy", "ada")), List.of()));
	}

	/// A process that was suspended for long can continue after its lock has expired.
	@Test
	void twoConcurrentRunsReleaseEachResponseOnce() {
		List.of(this.ada, this.bo, this.cy, this.di).forEach(FeedbackScenario::submitAllForms);
		this.clock.pass(Duration.ofHours(1));
		Callable<Map<String, Long>> run = this.release::run;

		List<Map<String, Long>> counts = Races.onTable("feedback_response", Collections.nCopies(2, run));

		assertThat(counts).extracting((count) -> count.get("responsesReleased")).containsExactlyInAnyOrder(12L, 0L);
		assertThat(this.events.of(FeedbackReleased.class)).singleElement()
			.satisfies((released) -> assertThat(released.responses()).hasSize(12).doesNotHaveDuplicates());
	}

}
