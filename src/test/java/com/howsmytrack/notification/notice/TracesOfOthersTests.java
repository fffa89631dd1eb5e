package com.howsmytrack.notification.notice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.mail.Mailbox.ReceivedMail;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Subscriptions;
import jakarta.mail.MessagingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Ada keeps everything that she ever receives: her mails with all headers, live events, and the answers of the API with her
/// notices and her data export, which she asks again after each job. She searches it for traces of the others.
class TracesOfOthersTests extends FourPeople {

	/// Ids of accounts begin here, so that they do not occur by chance.
	private static final int FIRST_ACCOUNT = 70_000_001;

	@Autowired
	private Subscriptions subscriptions;

	private final List<String> seen = new ArrayList<>();

	private List<Map<String, Object>> liveEvents = List.of();

	@BeforeEach
	void aDay() {
		this.database.update("ALTER TABLE account ALTER COLUMN id RESTART WITH " + FIRST_ACCOUNT);
		Browser ada = memberWhoAsksForMail("ada");
		this.afterEachRun = () -> look(ada);
		passUntil("03T09:00:00");
		Browser bo = memberWhoAsksForMail("bo");
		Browser cy = memberWhoAsksForMail("cy");
		Browser di = memberWhoAsksForMail("di");
		passUntil("04T09:10:00");
		Subscriptions.Stream live = this.subscriptions.notifications(ada);
		this.scenario.submit(ada, "ada", "bo", "cy", "di");
		passUntil("04T09:41:17");
		this.scenario.submit(bo, "bo", "ada", "cy");
		passUntil("04T10:23:19");
		this.scenario.submit(cy, "cy", "ada", "bo", "di");
		passUntil("04T11:30:00");
		int response = this.scenario.response("bo", "ada");
		FeedbackScenario.rate(ada, response, 4).succeeded("rateFeedbackResponse");
		reply(ada, response, "Which bass?");
		passUntil("04T11:37:43");
		this.scenario.submit(di, "di", "ada", "bo", "cy");
		this.scenario.submit(bo, "bo", "di");
		passUntil("04T13:47:53");
		reply(bo, response, "The low one.");
		assertThat(live.received()).as("before the release").allMatch((event) -> event.get("unreadReplies").equals(0));
		FeedbackScenario.rate(bo, this.scenario.response("cy", "bo"), 2).succeeded("rateFeedbackResponse");
		reply(bo, this.scenario.response("cy", "bo"), "Why?");
		passUntil("05T12:00:00");
		this.liveEvents = live.until(0, 1);
		this.liveEvents.forEach((event) -> this.seen.add(event.toString()));
		this.received.stream()
			.filter((mail) -> mail.to().equals("ada@example.com"))
			.map(TracesOfOthersTests::source)
			.forEach(this.seen::add);
	}

	private void look(Browser ada) {
		signInAgain(ada, "ada");
		this.seen.add(FeedbackScenario.groups(ada).response().body());
		this.seen.add(ada.run("""
				{ notices { id kind title text path createdAt read } unreadNotices unassignedRequest { id mediaUrl }
					userDetails { username rating notifications mailPreferences { kind enabled } } exportMyData }""")
			.hasNoErrors()
			.response()
			.body());
		FeedbackScenario.received(ada)
			.forEach((id) -> this.seen.add(FeedbackScenario.conversation(ada, id).response().body()));
	}

	private static String source(ReceivedMail mail) {
		try {
			ByteArrayOutputStream source = new ByteArrayOutputStream();
			mail.message().writeTo(source);
			return source.toString(StandardCharsets.UTF_8) + mail.text() + mail.html();
		}
		catch (IOException | MessagingException failed) {
			throw new IllegalStateException(failed);
		}
	}

	private List<String> found(Stream<String> traces) {
		return traces.filter((trace) -> {
			Pattern word = Pattern.compile("(?<![\\w-])" + Pattern.quote(trace) + "(?![\\w-])");
			return this.seen.stream().anyMatch((text) -> word.matcher(text).find());
		}).toList();
	}

	/// The tests only read, and the day takes long: it passes once for all of them.
	@TestFactory
	Stream<DynamicTest> findsNothingOfTheOthers() {
		return Stream.of(DynamicTest.dynamicTest("findsWhatIsAdas", this::findsWhatIsAdas),
				DynamicTest.dynamicTest("findsNoAddressOrAccount", this::findsNoAddressOrAccount),
				DynamicTest.dynamicTest("findsNoIdThatIsNotHers", this::findsNoIdThatIsNotHers),
				DynamicTest.dynamicTest("findsOnlyHerOwnCountsInLiveEvents", this::findsOnlyHerOwnCountsInLiveEvents),
				DynamicTest.dynamicTest("findsNoMomentAtWhichAnotherMemberWrote",
						this::findsNoMomentAtWhichAnotherMemberWrote));
	}

	/// What Ada has must be found: otherwise the other tests find nothing either.
	private void findsWhatIsAdas() {
		assertThat(found(Stream.of("ada@example.com", "Which bass?", "2026-03-04T09:10:00",
				Integer.toString(this.scenario.response("bo", "ada")), "reply-waiting.howsmytrack.com")))
			.hasSize(5);
		assertThat(this.received).extracting(ReceivedMail::to).contains("bo@example.com");
	}

	private void findsNoAddressOrAccount() {
		assertThat(found(Stream.of("bo@example.com", "cy@example.com", "di@example.com"))).isEmpty();
		List<String> accounts = this.database.list(String.class, "SELECT CAST(id AS text) FROM account");
		assertThat(accounts).contains(Integer.toString(FIRST_ACCOUNT)).hasSize(4);
		assertThat(found(accounts.stream())).isEmpty();
	}

	private void findsNoIdThatIsNotHers() {
		List<String> others = this.database.list(String.class, """
				SELECT CAST(response.id AS text) FROM feedback_response AS response
				JOIN account AS ada ON ada.email = 'ada@example.com'
				WHERE ada.id NOT IN (owner_id, responder_id)
				UNION ALL
				SELECT CAST(reply.id AS text) FROM feedback_reply AS reply
				JOIN feedback_response AS response ON response.id = reply.feedback_response_id
				JOIN account AS ada ON ada.email = 'ada@example.com'
				WHERE ada.id NOT IN (owner_id, responder_id)
				UNION ALL
				SELECT CAST(notice.id AS text) FROM notice
				JOIN account ON account.id = notice.account_id AND account.email <> 'ada@example.com'
				UNION ALL
				SELECT CAST(message_id AS text) FROM outgoing_mail WHERE recipient <> 'ada@example.com'""");

		assertThat(others).hasSizeGreaterThan(15);
		assertThat(found(others.stream())).isEmpty();
	}

	/// Responses to her, and ratings by others, cause no event. The reply causes one,
	/// when it
	/// is released.
	private void findsOnlyHerOwnCountsInLiveEvents() {
		assertThat(this.liveEvents).first().isEqualTo(Map.of("openForms", 3, "unreadReplies", 0));
		assertThat(this.liveEvents).doesNotHaveDuplicates()
			.last()
			.isEqualTo(Map.of("openForms", 0, "unreadReplies", 1));
	}

	/// To the second, in each form in which times are written.
	private void findsNoMomentAtWhichAnotherMemberWrote() {
		List<OffsetDateTime> moments = this.database.list(OffsetDateTime.class, """
				SELECT submitted_at FROM feedback_response
				JOIN account ON account.id = responder_id AND account.email <> 'ada@example.com'
				UNION
				SELECT feedback_reply.created_at FROM feedback_reply
				JOIN account ON account.id = reader_id AND account.email = 'ada@example.com'
				UNION
				SELECT rated_at FROM feedback_response JOIN account ON account.id = owner_id
				WHERE account.email <> 'ada@example.com' AND rated_at IS NOT NULL""");

		assertThat(moments).hasSize(4);
		List<String> texts = moments.stream()
			.map((moment) -> moment.withOffsetSameInstant(ZoneOffset.UTC))
			.flatMap((moment) -> Stream.of(moment.format(DateTimeFormatter.ofPattern("HH:mm:ss")),
					Long.toString(moment.toEpochSecond()), moment.format(DateTimeFormatter.ofPattern("HH:mm"))))
			.toList();
		assertThat(this.seen).allSatisfy((text) -> assertThat(text).doesNotContain(texts));
	}

}
