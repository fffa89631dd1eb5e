package com.howsmytrack.browser;

import java.time.Duration;
import java.util.List;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

/// Every page and state is usable in 320 pixels and with 200 % zoom, in both themes.
@BrowserTest
class LayoutTests {

	@Autowired
	private Windows windows;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	private PageLayout layout() {
		return new PageLayout(this.windows.open(PageLayout.options()));
	}

	private void releaseFeedback() {
		this.clock.advance(Duration.ofHours(1));
		this.scenario.releaseFeedback();
	}

	/// Members in one group: one has sent one of two forms, two have sent all; the one
	/// of these who received two responses has rated one and replied.
	private List<Browser> group() {
		List<Browser> members = this.scenario.group("ada", "ben", "cem");
		Browser cem = members.get(2);
		FeedbackScenario.submit(members.getFirst(), this.scenario.response("ada", "cem"), "w".repeat(500))
			.succeeded("submitFeedbackResponse");
		members.subList(1, 3).forEach(FeedbackScenario::submitAllForms);
		releaseFeedback();
		int received = FeedbackScenario.received(cem).getFirst();
		FeedbackScenario.rate(cem, received, 4).succeeded("rateFeedbackResponse");
		FeedbackScenario.reply(cem, received, "Which part do you mean? " + "w".repeat(300), true).hasNoErrors();
		return members;
	}

	@Test
	void ofPagesForVisitors() {
		PageLayout layout = layout();
		layout.fits("/", "Honest ears for unfinished tracks")
			.fits("/register", "Create an account")
			.fits("/sign-in?next=%2Frequest", "Sign in")
			.fits("/forgotten-password", "Forgotten password")
			.fits("/accounts/password_reset", "password")
			.fits("/register", "Create an account");
		layout.window().press("Create account").sees("Please provide a valid email address.");
		layout.fits();
	}

	@Test
	void ofPagesForMembersWithoutAGroup() {
		PageLayout layout = layout();
		layout.window().signedInAs(this.api.member("uma"));
		layout.fits("/", "Verify your address").fits("/settings", "Settings");

		layout.window().signedInAs(this.scenario.verifiedMember("nina"));
		layout.fits("/", "Ask for feedback on a track").fits("/request", "Ask for feedback");
		layout.window().press("Ask for feedback").sees("Choose a genre.");
		layout.fits().fits("/group/1", "Nothing here").fits("/notices", "Notices");
		layout.fits("/settings", "Settings");
		layout.window().press("Delete my account").sees("To be sure that it is you.");
		layout.fits();

		layout.window().signedInAs(this.scenario.memberWithTrack("pia", Genre.JAZZ));
		layout.fits("/", "Waiting for a group").fits("/request", "Change your request");
	}

	@Test
	void ofPagesForMembersOfAGroup() {
		List<Browser> members = group();
		PageLayout layout = layout();
		layout.window().timeIs(this.clock.instant()).signedInAs(members.getFirst());
		layout.fits("/", "One form left, then your feedback opens");
		layout.window().follow("Feedback Group").sees("2 responses are waiting for you.");
		layout.fits();
		layout.window().fill("Your feedback", "The kick " + "w".repeat(300)).sees("Saved in this browser");
		layout.fits();

		layout.window().signedInAs(members.get(1));
		layout.fits("/", "Your feedback has opened");
		layout.window().follow("Feedback Group").sees("to rate");
		layout.fits();

		layout.window().signedInAs(members.get(2));
		layout.fits("/", "to rate");
		layout.window().follow("Feedback Group").sees("Which part do you mean?");
		layout.fits();
		layout.window().follow("What you wrote").sees("You wrote");
		layout.fits();
	}

	@Test
	void ofPagesForOperators() {
		group();
		this.scenario.memberWithTrack("pia", Genre.JAZZ);
		AdminApi admin = AdminApi.open(this.api, this.database);
		admin.mutate("disableAccount", "id: \"%d\"".formatted(admin.account("pia"))).hasNoErrors();
		PageLayout layout = layout();
		layout.window().timeIs(this.clock.instant()).signedInAs(admin.operator());
		layout.fits("/admin", "Operators")
			.fits("/admin/people", "People")
			.fits("/admin/groups", "Groups")
			.fits("/admin/requests", "Requests")
			.fits("/admin/responses", "Responses")
			.fits("/admin/replies", "Replies")
			.fits("/admin/jobs", "Jobs")
			.fits("/admin/sources", "Music services")
			.fits("/admin/mails", "Mails")
			.fits("/admin/audit", "Audit log")
			.fits("/admin/usage", "Usage")
			.fits("/admin/people/" + admin.account("ada"), "ada@example.com")
			.fits("/admin/groups/" + admin.groupOf("ada"), "Feedback Group")
			.fits("/admin/requests/" + admin.request("pia"), "Request")
			.fits("/admin/responses/" + admin.response("cem", "ada"), "Response")
			.fits("/admin/replies/" + admin.id("SELECT max(id) FROM feedback_reply"), "Reply");
		layout.window().open("/admin/people/" + admin.account("ada")).press("Disable account").seesHeading("Disable");
		layout.fits();
	}

}
