package com.howsmytrack.attacks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import com.howsmytrack.feedback.FeedbackReleased;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.jobs.TransactionalJob;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Races;
import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

import static org.assertj.core.api.Assertions.assertThat;

/// Members who watch when something becomes visible, to find out who wrote it. Responses and replies are released every
/// hour.
class ReleaseTests extends HourlyRelease {

	@Autowired
	@Qualifier("feedbackRelease")
	private TransactionalJob release;

	/// Ada polls every minute for three hours. Between two polls, only the job can change
	/// what she sees.
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
	/// these times, they could find the two responses of each writer.
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

	@Test
	void aRunStartedByHandReleasesTheSameBatch() {
		passUntil("12:55:00");
		submit(this.cy, this.scenario.response("cy", "ada"));
		this.clock.advance(Duration.ofMinutes(10));
		submit(this.di, this.scenario.response("di", "ada"));
		this.clock.advance(Duration.ofMinutes(20));

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
		this.clock.advance(Duration.ofHours(1));
		Callable<Map<String, Long>> run = this.release::run;

		List<Map<String, Long>> counts = Races.onTable("feedback_response", Collections.nCopies(2, run));

		assertThat(counts).extracting((count) -> count.get("responsesReleased")).containsExactlyInAnyOrder(12L, 0L);
		assertThat(this.events.of(FeedbackReleased.class)).singleElement()
			.satisfies((released) -> assertThat(released.responses()).hasSize(12).doesNotHaveDuplicates());
	}

}
