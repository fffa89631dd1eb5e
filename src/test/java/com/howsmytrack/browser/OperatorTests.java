package com.howsmytrack.browser;

import java.util.List;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.track.Genre;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Each correction of operators: a dialog asks for the reason, and the audit log shows it. A double click makes one correction.
@BrowserTest
class OperatorTests {

	private static final String REASON = "A member wrote to us.";

	@Autowired
	private Windows windows;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	private AdminApi admin;

	private PageLayout layout;

	private Window window;

	@BeforeEach
	void signInAsOperator() {
		this.admin = AdminApi.open(this.api, this.database);
		this.layout = new PageLayout(this.windows.open(PageLayout.options()));
		this.window = this.layout.window().signedInAs(this.admin.operator());
	}

	/// Opens the dialog of a correction.
	private Locator open(String button) {
		this.window.press(button);
		return this.window.page().getByRole(AriaRole.DIALOG);
	}

	private static void send(Locator dialog, String button) {
		dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true)).dblclick();
	}

	/// Makes a correction on the page of its object, which shows the reason afterwards.
	private void correct(String correction, String done) {
		Locator dialog = open(correction);
		this.layout.fits();
		dialog.getByLabel("Reason").fill(REASON);
		send(dialog, correction);
		this.window.sees(done).isAccessible();
	}

	private void isAuditedOnce(String... actions) {
		assertThat(this.admin.all("auditLog", "", "action")).containsExactlyInAnyOrder((Object[]) actions);
		this.window.open("/admin/audit").seesHeading("Audit log");
		this.window.hasCount(this.window.page().getByText(REASON), actions.length);
	}

	@Test
	void disableAndEnableAnAccount() {
		Browser ada = this.scenario.verifiedMember("ada");
		this.window.open("/admin/people/" + this.admin.account("ada"));

		correct("Disable account", "The account is disabled, and its sessions have ended.");
		this.window.sees(REASON);
		assertThat(ada.isSignedIn()).isFalse();
		correct("Enable account", "The account is enabled.");

		assertThat(this.api.canSignIn("ada@example.com", Api.PASSWORD)).isTrue();
		isAuditedOnce("DISABLE_ACCOUNT", "ENABLE_ACCOUNT");
	}

	@Test
	void grantAndRevokeTheOperatorRole() {
		Window ada = this.windows.of(this.scenario.verifiedMember("ada"));
		this.window.open("/admin/people/" + this.admin.account("ada"));

		correct("Grant operator role", "The account has the operator role.");
		ada.open("/admin/people").seesHeading("People");
		correct("Revoke operator role", "The account has no operator role any more.");

		ada.open("/admin/people").seesHeading("Nothing here").doesNotSee("@example.com");
		isAuditedOnce("GRANT_OPERATOR", "REVOKE_OPERATOR");
	}

	@Test
	void moveARequest() {
		this.scenario.group("ada", "ben");
		this.scenario.memberWithTrack("pia", Genre.JAZZ);
		String page = "/admin/requests/" + this.admin.request("pia");
		Locator dialog = openMove(page, "");
		dialog.getByLabel("Id of the new group").fill("9999");
		dialog.getByLabel("Reason").fill(REASON);
		send(dialog, "Move to a group");
		this.window.sees("There is no such group.");
		this.layout.fits();

		dialog = openMove(page, "9999");
		dialog.getByLabel("Id of the new group").fill("" + this.admin.groupOf("ada"));
		send(dialog, "Move to a group");
		this.window.sees("The request is in the group.").sees(REASON);

		assertThat(this.admin.groupOf("pia")).isEqualTo(this.admin.groupOf("ada"));
		correct("Make pending again", "The request is pending again.");
		isAuditedOnce("MOVE_REQUEST", "MOVE_REQUEST");
	}

	/// Loads the page of a request. The dialog has what was typed before.
	private Locator openMove(String page, String groupId) {
		this.window.open(page);
		Locator dialog = open("Move to a group");
		PlaywrightAssertions.assertThat(dialog.getByLabel("Id of the new group")).hasValue(groupId);
		PlaywrightAssertions.assertThat(dialog.getByLabel("Reason")).hasValue(groupId.isEmpty() ? "" : REASON);
		return dialog;
	}

	@Test
	void removeAPendingRequestAndAGroupedOne() {
		this.scenario.group("ada", "ben");
		this.scenario.memberWithTrack("pia", Genre.JAZZ);
		long grouped = this.admin.request("ada");

		this.window.open("/admin/requests/" + this.admin.request("pia"));
		correct("Remove request", "The request is removed.");
		this.window.sees("There is no request with this id.").open("/admin/requests/" + grouped);
		correct("Remove request", "The request is removed.");

		this.window.sees("not shown: the owner or the request was removed").sees(REASON);
		isAuditedOnce("REMOVE_REQUEST", "REMOVE_REQUEST");
	}

	@Test
	void clearAResponse() {
		List<Browser> members = this.scenario.group("ada", "ben");
		members.forEach((member) -> FeedbackScenario.submit(member, FeedbackScenario.openForms(member).getFirst(),
				"You are no musician."));
		this.window.open("/admin/responses/" + this.admin.response("ben", "ada"));

		correct("Clear response", "The text is removed, and the conversation is closed.");
		this.window.sees(REASON);
		isAuditedOnce("CLEAR_RESPONSE");
		this.window.open("/admin/responses/" + this.admin.response("ben", "ada"))
			.press("Show texts and authors (recorded in the audit log)")
			.sees("This feedback was removed")
			.doesNotSee("You are no musician.");

		assertThat(this.admin.all("auditLog", "", "action")).contains("READ");
	}

	@Test
	void retryMails() {
		long reminder = givenUpMail("reminder");
		givenUpMail("new-group");
		givenUpMail("email-changed");
		this.layout.fits("/admin/mails?state=GIVEN_UP", "Mails");

		Locator dialog = open("Try again: mail #" + reminder);
		dialog.getByLabel("Reason (optional)").fill(REASON);
		send(dialog, "Try again");
		this.window.sees("Mail #" + reminder + " is in the queue again.").doesNotSee("Reminder #");
		dialog = open("Try all again");
		dialog.getByLabel("Kind").selectOption("New group");
		this.layout.fits();
		dialog.getByLabel("Reason (optional)").fill(REASON);
		send(dialog, "Try all again");

		this.window.sees("1 mail is in the queue again.").sees("Address changed #").doesNotSee("New group #");
		isAuditedOnce("RETRY_MAIL", "RETRY_MAILS");
	}

	private long givenUpMail(String kind) {
		return this.admin
			.id("""
					INSERT INTO outgoing_mail (kind, recipient, facts, state, created_at, due_at, failures, last_error, finished_at)
					VALUES (?, 'ada@example.com', '{}', 'GIVEN_UP', now(), now(), 11, '421 not now', now()) RETURNING id""",
					kind);
	}

	@Test
	void runAJob() {
		this.window.open("/admin/jobs");

		Locator dialog = open("Run now: Calculate ratings");
		this.layout.fits();
		dialog.getByLabel("Reason").fill(REASON);
		send(dialog, "Run now");

		this.window.sees("Calculate ratings: the run succeeded.").sees("Calculate ratings #1");
		isAuditedOnce("RUN_JOB");
	}

	@Test
	void needAReason() {
		this.scenario.verifiedMember("ada");
		this.window.open("/admin/people/" + this.admin.account("ada"));

		Locator dialog = open("Disable account");
		send(dialog, "Disable account");

		Locator reason = dialog.getByLabel("Reason");
		PlaywrightAssertions.assertThat(reason).hasAttribute("aria-invalid", "true");
		PlaywrightAssertions.assertThat(reason).isFocused();
		this.layout.fits();
		assertThat(this.admin.all("auditLog", "", "action")).isEmpty();
	}

	@Test
	void readTextsOfMembersThatTheAuditLogRecords() {
		this.scenario.groupWithReplies();
		String reply = "/admin/replies/" + this.admin.id("SELECT id FROM feedback_reply WHERE from_owner");
		this.window.open(reply).seesHeading("Reply").sees("To response").doesNotSee("How much?");

		showTexts("/admin/replies", "texts and authors", "Twice as much.");
		showTexts("/admin/responses", "texts and authors", "More bass.");
		showTexts("/admin/requests", "tracks and prompts", FeedbackScenario.track("ada"));
		showTexts("/admin/people/" + this.admin.account("ada"), "texts, and what this person wrote", "How much?");
		showTexts(reply, "texts and authors", "How much?");

		assertThat(this.admin.all("auditLog", "", "action")).hasSize(5).containsOnly("READ");
	}

	private void showTexts(String page, String what, String text) {
		this.window.open(page).press("Show " + what + " (recorded in the audit log)").sees(text);
		this.layout.fits();
	}

}
