package com.howsmytrack.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.howsmytrack.mail.MailKind;
import com.howsmytrack.mail.MailTemplate;
import com.howsmytrack.mail.Mailbox.ReceivedMail;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/// The headers of a mail of every kind. The mails are sent once for all tests.
@WholeApplication
@TestPropertySource(properties = "howsmytrack.account.verify-addresses=true")
class MailHeaderTests {

	@Autowired
	private EveryMail everyMail;

	@Autowired
	private List<MailTemplate> templates;

	@Autowired
	private Database database;

	@Autowired
	private Api api;

	private Map<String, List<ReceivedMail>> mails = Map.of();

	@BeforeEach
	void sendEveryMail() {
		this.mails = this.everyMail.send().stream().collect(Collectors.groupingBy(this::kindOf));
	}

	private String kindOf(ReceivedMail mail) {
		return this.database.single(String.class,
				"SELECT kind FROM outgoing_mail WHERE ? LIKE '<' || message_id || '@%'", mail.header("Message-ID"));
	}

	private Stream<MailKind> kinds() {
		return this.templates.stream().map(MailTemplate::kind);
	}

	@TestFactory
	Stream<DynamicTest> ofEveryKind() {
		List<DynamicTest> tests = new ArrayList<>();
		tests.add(dynamicTest("covers every kind", () -> assertThat(this.mails.keySet())
			.containsExactlyInAnyOrderElementsOf(kinds().map(MailKind::name).toList())));
		kinds().forEach((kind) -> this.mails.getOrDefault(kind.name(), List.of()).forEach((mail) -> {
			tests.add(dynamicTest(mail.subject() + " asks for no automatic answer",
					() -> assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated")));
			tests.add(dynamicTest(mail.subject() + (kind.isOptional() ? " belongs to a list" : " belongs to no list"),
					() -> assertBelongsToAList(mail, kind)));
		}));
		kinds().filter(MailKind::isOptional)
			.forEach((kind) -> tests.add(dynamicTest("one click switches off " + kind.name(),
					() -> switchesOffThisKindOnly(this.mails.get(kind.name()).getFirst(), kind))));
		return tests.stream();
	}

	private static void assertBelongsToAList(ReceivedMail mail, MailKind kind) {
		if (!kind.isOptional()) {
			assertThat(mail.header("List-ID") + mail.header("List-Unsubscribe")).isEmpty();
			return;
		}
		assertThat(mail.header("List-ID"))
			.isEqualTo("\"%s\" <%s.howsmytrack.com>".formatted(kind.description(), kind.name()));
		assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
		assertThat(mail.text()).contains(unsubscribeLink(mail));
		assertThat(mail.html()).contains("href=\"" + unsubscribeLink(mail) + "\"");
	}

	private static String unsubscribeLink(ReceivedMail mail) {
		return mail.header("List-Unsubscribe").replaceAll("^<|>$", "");
	}

	private void switchesOffThisKindOnly(ReceivedMail mail, MailKind kind) {
		this.database.update("DELETE FROM mail_preference");

		assertThat(this.api.visitor()
			.post(unsubscribeLink(mail).replace("http://localhost:8080", ""), "application/x-www-form-urlencoded",
					"List-Unsubscribe=One-Click")
			.statusCode()).isEqualTo(200);

		assertThat(this.database.list(String.class, """
				SELECT email || ' ' || kind || ' ' || enabled FROM mail_preference
				JOIN account ON account.id = account_id""")).containsExactly(mail.to() + " " + kind.name() + " false");
	}

}
