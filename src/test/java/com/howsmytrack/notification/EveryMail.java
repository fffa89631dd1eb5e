package com.howsmytrack.notification;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.feedback.RequestTrackBroken;
import com.howsmytrack.feedback.RequestTrackUnresolved;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.mail.Mailbox.ReceivedMail;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.RecordedEvents;
import com.howsmytrack.track.Genre;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/// Causes a mail of every kind, with each of the texts that the kind has. Addresses must be verified, and feedback must be
/// released at once.
///
/// Bo gets every kind of notice.
@TestComponent
@Lazy
public class EveryMail {

	private final Api api;

	private final FeedbackScenario scenario;

	private final AccountScenario accounts;

	private final Mailbox mailbox;

	private final Database database;

	private final AdjustableClock clock;

	private final RecordedEvents events;

	EveryMail(Api api, FeedbackScenario scenario, AccountScenario accounts, Mailbox mailbox, Database database,
			AdjustableClock clock, RecordedEvents events) {
		this.api = api;
		this.scenario = scenario;
		this.accounts = accounts;
		this.mailbox = mailbox;
		this.database = database;
		this.clock = clock;
		this.events = events;
	}

	/// Returns all mails.
	public List<ReceivedMail> send() {
		writeAboutTheAccount();
		Browser bo = this.scenario.verifiedMember("bo");
		writeAboutAPendingRequest(bo);
		Browser cy = this.scenario.verifiedMember("cy");
		Browser tom = this.scenario.verifiedMember("tom");
		writeAboutGroups(bo, cy, tom);
		writeAboutFeedback(bo.signIn("bo@example.com"), cy, tom);
		return this.mailbox.received();
	}

	private void writeAboutTheAccount() {
		Browser ada = this.api.member("ada");
		this.mailbox.deliver();
		this.database.update("UPDATE account SET email_verified_at = created_at");
		this.accounts.requestPasswordReset("ada@example.com").succeeded("requestPasswordReset");
		this.mailbox.deliver();
		AccountScenario.changePassword(ada).succeeded("changePassword");
		AccountScenario.updateEmail(ada, "ada@new.example.com").succeeded("updateEmail");
		this.mailbox.deliver();
	}

	/// After the second run, the reason is told.
	private void writeAboutAPendingRequest(Browser bo) {
		FeedbackScenario.requestWithMail(bo, "bo", Genre.JAZZ);
		this.scenario.assignGroups();
		this.mailbox.deliver();
		this.clock.advance(Duration.ofDays(1));
		this.scenario.assignGroups();
		this.mailbox.deliver();
		this.events.publish(new RequestTrackBroken(request("bo"), account("bo")));
		nextBatch();
		this.events.publish(new RequestTrackUnresolved(request("bo"), account("bo")));
		nextBatch();
	}

	/// One group for all three, and later two further groups for Bo. Tom has no track.
	private void writeAboutGroups(Browser bo, Browser cy, Browser tom) {
		FeedbackScenario.requestWithMail(cy, "cy", Genre.JAZZ);
		FeedbackScenario.create(tom, Map.of("genre", "JAZZ", "emailWhenGrouped", true))
			.succeeded("createFeedbackRequest");
		this.scenario.assignGroups();
		this.events.publish(new RequestTrackBroken(request("cy"), account("cy")));
		nextBatch();
		remind();

		for (String other : List.of("di", "ed")) {
			FeedbackScenario.requestWithMail(bo, "bo-and-" + other, Genre.POP);
			this.scenario.memberWithTrack(other, Genre.POP);
			this.scenario.assignGroups();
		}
		remind();
	}

	private void writeAboutFeedback(Browser bo, Browser cy, Browser tom) {
		this.scenario.submit(cy, "cy", "bo");
		this.scenario.submit(bo, "bo", "cy");
		int response = this.scenario.response("bo", "cy");
		FeedbackScenario.reply(bo, response, "The low one.", true).succeeded("addFeedbackResponseReply");
		nextBatch();

		this.scenario.submit(tom, "tom", "bo", "cy");
		FeedbackScenario.rate(cy, response, 4).succeeded("rateFeedbackResponse");
		FeedbackScenario.reply(cy, response, "Which bass?", true).succeeded("addFeedbackResponseReply");
		this.clock.advance(Duration.ofHours(12));
		nextBatch();
		FeedbackScenario.reply(bo, response, "In the second verse.", true).succeeded("addFeedbackResponseReply");
		nextBatch();
	}

	private void nextBatch() {
		this.clock.advance(Duration.ofHours(1));
		this.scenario.sendNotices();
		this.mailbox.deliver();
	}

	private void remind() {
		this.mailbox.deliver();
		this.clock.advance(Duration.ofHours(21));
		this.scenario.sendReminders();
		this.mailbox.deliver();
	}

	/// The member's first request.
	private long request(String name) {
		return this.database.single(Long.class, "SELECT min(id) FROM feedback_request WHERE account_id = ?",
				this.database.account(name));
	}

	private AccountId account(String name) {
		return new AccountId(this.database.account(name));
	}

}
