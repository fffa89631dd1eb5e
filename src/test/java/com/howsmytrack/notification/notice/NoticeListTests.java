package com.howsmytrack.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.feedback.RequestTrackBroken;
import com.howsmytrack.feedback.RequestTrackUnresolved;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.mail.Mailbox.ReceivedMail;
import com.howsmytrack.matching.RequestsLeftPending;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.RecordedEvents;
import com.howsmytrack.testing.SchemaEnum;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/// Ada has a pending request. The notices here do not depend on what other members write.
@WholeApplication
class NoticeListTests {

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private NoticeKinds kinds;

	@Autowired
	private NoticeOutbox outbox;

	@Autowired
	private NoticeCleanup cleanup;

	@Autowired
	private RecordedEvents events;

	@Autowired
	private TransactionOperations transactions;

	@Autowired
	private Mailbox mailbox;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	private Browser ada;

	private AccountId account;

	private int request;

	@BeforeEach
	void aPendingRequest() {
		this.ada = this.scenario.verifiedMember("ada");
		FeedbackScenario.requestWithMail(this.ada, "ada", Genre.JAZZ);
		this.account = new AccountId(this.database.single(Long.class, "SELECT id FROM account"));
		this.request = FeedbackScenario.pendingId(this.ada);
	}

	private void passAnHour() {
		this.clock.advance(Duration.ofHours(1));
		this.scenario.sendNotices();
	}

	private List<ReceivedMail> mails() {
		return this.mailbox.deliver();
	}

	private List<String> texts() {
		List<String> texts = this.ada.run("{ notices { text } }").hasNoErrors().at("notices[*].text");
		return (texts != null) ? texts : List.of();
	}

	private void addNotices(int count) {
		Instant first = this.clock.instant();
		this.transactions.executeWithoutResult((_) -> {
			for (int number = 0; number < count; number++) {
				this.outbox.add(NotGrouped.KIND,
						List.of(new NewNotice(this.account, number, Map.of("request", this.request))),
						first.minusSeconds(number));
			}
		});
	}

	@Test
	void hasTheKindsOfTheSchema() {
		assertThat(SchemaEnum.values("NoticeKind"))
			.containsExactlyInAnyOrderElementsOf(this.kinds.all().stream().map(NoticeKind::enumValue).toList());
	}

	@Test
	void isEmptyForVisitors() {
		this.api.visitor()
			.run("{ notices { id } unreadNotices }")
			.hasNoErrors()
			.with("notices", List.of())
			.with("unreadNotices", null);
	}

	@Test
	void countsWhatIsNotMarkedAsRead() {
		addNotices(3);
		Answer answer = this.ada.run("{ notices { id read } unreadNotices }").with("unreadNotices", 3);
		List<String> ids = List.of(answer.<String>at("notices[0].id"), "not an id",
				"00000000-0000-0000-0000-000000000000");

		this.ada
			.run("mutation($ids: [ID!]!) { markNoticesAsRead(noticeIds: $ids) { success error unreadNotices } }",
					Map.of("ids", ids))
			.succeeded("markNoticesAsRead")
			.with("markNoticesAsRead.unreadNotices", 2);

		this.ada.run("{ notices { read } unreadNotices }")
			.with("notices[*].read", List.of(true, false, false))
			.with("unreadNotices", 2);
	}

	@Test
	void doesNotMarkNoticesOfOtherMembers() {
		addNotices(1);
		String id = this.ada.run("{ notices { id } }").at("notices[0].id");
		this.scenario.verifiedMember("bo")
			.run("mutation($ids: [ID!]!) { markNoticesAsRead(noticeIds: $ids) { success error } }",
					Map.of("ids", List.of(String.valueOf(id))))
			.succeeded("markNoticesAsRead");

		this.ada.run("{ unreadNotices }").with("unreadNotices", 1);
	}

	@Test
	void keepsTheLastFifty() {
		addNotices(60);
		this.ada.run("{ notices { id } unreadNotices }").with("notices.length()", 50).with("unreadNotices", 50);

		this.scenario.sendNotices();

		assertThat(this.database.count("notice")).isEqualTo(50);
		assertThat(this.database.count("notice WHERE subject_id >= 50")).isZero();
	}

	@Test
	void forgetsNoticesAfterNinetyDays() {
		addNotices(2);
		this.cleanup.deleteOld(this.clock.instant().plus(Duration.ofDays(90)));

		assertThat(this.database.list(Integer.class, "SELECT subject_id FROM notice")).containsExactly(0);
	}

	@Test
	void isPartOfTheExport() {
		addNotices(1);

		this.ada.run("{ exportMyData }")
			.hasNoErrors()
			.with("exportMyData.notices[*].title", List.of("Your request has no group yet"))
			.with("exportMyData.notices[*].createdAt", List.of("2026-03-01T12:00Z"));
	}

	@Test
	void hidesKindsOfANewerVersion() {
		addNotices(1);
		this.database.update("UPDATE notice SET kind = 'added-later'");

		this.ada.run("{ notices { id } unreadNotices }").with("notices", List.of()).with("unreadNotices", 0);
	}

	@Test
	void tellsOfARequestThatARunLeftBehind() {
		this.scenario.assignGroups();
		this.scenario.assignGroups();
		assertThat(texts()).as("once a day")
			.containsExactly("There was no group for your request when the groups were formed. It stays in line and "
					+ "takes part the next time, usually in the coming night.");
		ReceivedMail mail = mails().getFirst();
		assertThat(mail.subject()).isEqualTo("your request has no group yet");
		assertThat(mail.text()).startsWith("Hi ada@example.com,\n\n").contains("Your request: http://localhost:8080/");

		for (int day = 2; day <= 8; day++) {
			this.clock.advance(Duration.ofDays(1));
			this.scenario.assignGroups();
		}
		assertThat(this.database.list(String.class, "SELECT facts ->> 'reason' FROM notice ORDER BY created_at"))
			.as("after one, two and seven runs")
			.containsExactly(null, "TOO_FEW_TRACKS", "TOO_FEW_TRACKS");
		assertThat(mails()).hasSize(3);
	}

	@Test
	void tellsOwnersWhoDidNotAskForMailInTheListOnly() {
		this.database.update("UPDATE feedback_request SET email_when_grouped = false");
		this.scenario.assignGroups();
		this.scenario.sendNotices();

		assertThat(texts()).hasSize(1);
		assertThat(mails()).isEmpty();
	}

	@Test
	void sendsNoMailAboutARequestThatHasAGroupByThen() {
		this.scenario.assignGroups();
		this.scenario.memberWithTrack("bo", Genre.JAZZ);
		this.scenario.assignGroups();

		assertThat(mails()).extracting(ReceivedMail::subject).containsExactly("your new feedback group");
	}

	@Test
	void tellsOfARequestOnceIfRunsOverlap() {
		Callable<Boolean> run = () -> {
			this.events.publish(
					new RequestsLeftPending(List.of((long) this.request), RequestsLeftPending.Reason.TOO_FEW_TRACKS));
			return true;
		};
		Races.onTable("ungrouped_request", Collections.nCopies(3, run));

		assertThat(texts()).hasSize(1);
		assertThat(mails()).hasSize(1);
	}

	/// A track can be looked at because another member typed the same link.
	@Test
	void tellsOfABrokenLinkInTheNextBatchAndOnce() {
		this.clock.advance(Duration.ofMinutes(17));
		this.events.publish(new RequestTrackBroken(this.request, this.account));
		this.events.publish(new RequestTrackBroken(this.request, this.account));
		this.scenario.sendNotices();
		assertThat(texts()).isEmpty();
		assertThat(this.ada.run("{ exportMyData }").response().body()).doesNotContain("link of your track");

		passAnHour();
		this.events.publish(new RequestTrackBroken(this.request, this.account));
		passAnHour();
		assertThat(FourPeople.notices(this.ada)).containsExactly("01T13:00 The link of your track does not work");
		assertThat(mails()).extracting(ReceivedMail::subject).containsExactly("the link of your track does not work");
	}

	/// The second link has the key of the first one, and can work although the first one
	/// does not.
	@ParameterizedTest
	@ValueSource(strings = { "https://soundcloud.com/other/track", "https://soundcloud.com/ada/track/s-Ab12Cd34" })
	void tellsOfABrokenLinkAgainAfterTheOwnerHasChangedIt(String link) {
		this.events.publish(new RequestTrackBroken(this.request, this.account));
		passAnHour();
		FeedbackScenario.edit(this.ada, this.request, Map.of("mediaUrl", link));
		assertThat(mails()).as("no longer true").isEmpty();

		this.events.publish(new RequestTrackBroken(this.request, this.account));
		passAnHour();
		assertThat(mails()).hasSize(1);
	}

	@Test
	void leadsToTheGroupOfABrokenTrack() {
		this.scenario.memberWithTrack("bo", Genre.JAZZ);
		this.scenario.assignGroups();
		this.events.publish(new RequestTrackBroken(this.request, this.account));
		passAnHour();

		this.ada.run("{ notices { path } }")
			.with("notices[0].path", "/group/" + this.database.single(Integer.class, "SELECT id FROM feedback_group"));
	}

	@Test
	void tellsThatTheTrackOfAShortLinkIsPending() {
		this.events.publish(new RequestTrackUnresolved(this.request, this.account));
		passAnHour();

		this.ada.run("{ notices { kind path } }")
			.with("notices[0].kind", "TRACK_UNRESOLVED")
			.with("notices[0].path", "/request");
		assertThat(mails().getFirst().text()).contains("Change the link: http://localhost:8080/request");
	}

	@Test
	void isNotWrittenForARequestOfAnotherMember() {
		this.events.publish(new RequestTrackBroken(this.request, new AccountId(this.account.value() + 1)));

		assertThat(this.database.count("notice")).isZero();
	}

}
