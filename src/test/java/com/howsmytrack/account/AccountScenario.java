package com.howsmytrack.account;

import java.util.List;
import java.util.Map;

import com.howsmytrack.account.page.WebVisitor;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/// Changes accounts over HTTP as members do, and opens the links in their mails.
@TestComponent
@Lazy
public class AccountScenario {

	public static final String NEW_PASSWORD = "a bridge in seven eight";

	private static final String PAYLOAD = "{ " + AdminApi.PAYLOAD_FIELDS + " }";

	private final Api api;

	private final Mailbox mailbox;

	AccountScenario(Api api, Mailbox mailbox) {
		this.api = api;
		this.mailbox = mailbox;
	}

	/// Sends the mails that are due.
	/// @return the paths of the links in all mails to the address with the subject, the
	/// oldest first
	public List<String> links(String address, String subject) {
		return this.mailbox.deliver()
			.stream()
			.filter((mail) -> mail.to().equals(address) && mail.subject().equals(subject))
			.map((mail) -> WebVisitor.path(mail.firstLink()))
			.toList();
	}

	/// The path of the link in the newest mail that resets the password of the address.
	public String resetLink(String address) {
		return links(address, "reset your password").getLast();
	}

	/// The path of the link in the newest mail that verifies the address.
	public String verificationLink(String address) {
		return links(address, "confirm your email address").getLast();
	}

	/// With the password of [Api#member].
	public Answer register(String email) {
		return register(email, Api.PASSWORD, Api.PASSWORD);
	}

	public Answer register(String email, String password, String repeat) {
		return this.api.visitor().run("""
				mutation($email: String!, $password: String!, $repeat: String!) {
					registerUser(email: $email, password: $password, passwordRepeat: $repeat) %s
				}""".formatted(PAYLOAD), Map.of("email", email, "password", password, "repeat", repeat));
	}

	public Answer requestPasswordReset(String email) {
		return this.api.visitor()
			.run("mutation($email: String!) { requestPasswordReset(email: $email) %s }".formatted(PAYLOAD),
					Map.of("email", email));
	}

	public Answer resetPassword(String token, String password, String repeat) {
		return this.api.visitor().run("""
				mutation($token: String!, $password: String!, $repeat: String!) {
					resetPassword(token: $token, password: $password, passwordRepeat: $repeat) %s
				}""".formatted(PAYLOAD), Map.of("token", token, "password", password, "repeat", repeat));
	}

	/// From the password of [Api#member] to the new one.
	public static Answer changePassword(Browser member) {
		return changePassword(member, Api.PASSWORD, NEW_PASSWORD, NEW_PASSWORD);
	}

	public static Answer changePassword(Browser member, String current, String password, String repeat) {
		return member.run("""
				mutation($current: String!, $password: String!, $repeat: String!) {
					changePassword(currentPassword: $current, password: $password, passwordRepeat: $repeat) %s
				}""".formatted(PAYLOAD), Map.of("current", current, "password", password, "repeat", repeat));
	}

	public static Answer updateEmail(Browser member, String email) {
		return member.run("mutation($email: String!) { updateEmail(email: $email) %s }".formatted(PAYLOAD),
				Map.of("email", email));
	}

	public static Answer requestEmailVerification(Browser member) {
		return member.run("mutation { requestEmailVerification %s }".formatted(PAYLOAD));
	}

	public static Answer updateSendReminderEmails(Browser member, boolean wanted) {
		return member.run("mutation($wanted: Boolean!) { updateSendReminderEmails(sendReminderEmails: $wanted) %s }"
			.formatted(PAYLOAD), Map.of("wanted", wanted));
	}

	public static Answer deleteAccount(Browser member, String password) {
		return member.run("mutation($password: String!) { deleteAccount(password: $password) %s }".formatted(PAYLOAD),
				Map.of("password", password));
	}

}
