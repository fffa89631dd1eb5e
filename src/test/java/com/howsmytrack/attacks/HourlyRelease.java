package com.howsmytrack.attacks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.RecordedEvents;
import com.howsmytrack.testing.WholeApplication;
import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// A group of four, formed at noon, whose responses and replies are released every hour. With `release-interval=0`, the
/// attacks of the subclasses succeed.
@WholeApplication
@TestPropertySource(properties = "howsmytrack.feedback.release-interval=1h")
abstract class HourlyRelease {

	static final String REPLY = "addFeedbackResponseReply";

	/// These tests run the job more often than its schedule does: the additional runs
	/// must release nothing.
	private static final Duration RUN_OFFSET = Duration.ofSeconds(30);

	private static final Duration RUN_PERIOD = Duration.ofMinutes(5);

	private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[^\"]+");

	@Autowired
	FeedbackScenario scenario;

	@Autowired
	AdjustableClock clock;

	@Autowired
	Database database;

	@Autowired
	RecordedEvents events;

	Browser ada;

	Browser bo;

	Browser cy;

	Browser di;

	@BeforeEach
	void formAGroupOfFour() {
		List<Browser> members = this.scenario.group("ada", "bo", "cy", "di");
		this.ada = members.get(0);
		this.bo = members.get(1);
		this.cy = members.get(2);
		this.di = members.get(3);
	}

	/// Moves the clock to a time of the day and runs the job every five minutes.
	void passUntil(String time) {
		Instant until = Instant.parse("2026-03-01T" + time + "Z");
		for (Instant run = nextRun(); !run.isAfter(until); run = nextRun()) {
			this.clock.advance(Duration.between(this.clock.instant(), run));
			this.scenario.releaseFeedback();
		}
		this.clock.advance(Duration.between(this.clock.instant(), until));
	}

	private Instant nextRun() {
		long period = RUN_PERIOD.toSeconds();
		long since = Math.floorDiv(this.clock.instant().minus(RUN_OFFSET).getEpochSecond(), period) * period;
		return Instant.ofEpochSecond(since).plus(RUN_PERIOD).plus(RUN_OFFSET);
	}

	static void submit(Browser member, int response) {
		FeedbackScenario.submit(member, response, "The kick hides the bass.").succeeded("submitFeedbackResponse");
	}

	static int reply(Browser member, int response, String text, boolean allowReplies) {
		return FeedbackScenario.reply(member, response, text, allowReplies)
			.succeeded(REPLY)
			.number(REPLY + ".reply.id");
	}

	static String export(Browser member) {
		return member.run("{ exportMyData }").hasNoErrors().response().body();
	}

	/// The unread replies and all replies of a response, as the member's pages count
	/// them.
	static List<Integer> counts(Browser member, int response) {
		String body = FeedbackScenario.groups(member).response().body();
		String path = "$.data.feedbackGroups[*][*][?(@.id == %d)].".formatted(response);
		return Stream.of("unreadReplies", "replies")
			.flatMap((field) -> JsonPath.<List<Integer>>read(body, path + field).stream())
			.toList();
	}

	static List<String> texts(Browser member, int response) {
		List<String> texts = FeedbackScenario.conversation(member, response).at("replies.replies[*].text");
		return (texts != null) ? texts : List.of();
	}

	static List<String> times(Answer answer) {
		return TIME.matcher(answer.response().body()).results().map(MatchResult::group).toList();
	}

}
