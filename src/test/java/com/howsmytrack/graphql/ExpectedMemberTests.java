package com.howsmytrack.graphql;

import java.io.IOException;
import java.util.Map;

import com.howsmytrack.account.session.SessionScenario;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.TestEventStream;
import com.howsmytrack.testing.TestSocket;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Two windows of one browser: the one shows the pages of a member, the other has signed in as another member.
@WholeApplication
class ExpectedMemberTests {

	private static final String SUBSCRIPTION = "subscription { notificationsChanged { openForms } }";

	private static final String SWITCH_OFF = "mutation { updateSendReminderEmails(sendReminderEmails: false) { success } }";

	private static final String CODE = "OTHER_MEMBER_SIGNED_IN";

	@Autowired
	private Api api;

	@Autowired
	private SessionScenario sessions;

	private Browser ada;

	private Browser ben;

	private String adasId;

	@BeforeEach
	void createMembers() {
		this.ada = this.sessions.member("ada@example.com");
		this.ben = this.sessions.member("ben@example.com");
		this.adasId = this.ada.run("{ userDetails { id } }").hasNoErrors().at("userDetails.id");
	}

	private static Map<String, ?> request(String document, Object signedInAs) {
		return Map.of("query", document, "extensions", Map.of("signedInAs", signedInAs));
	}

	private static Answer run(Browser browser, String document, Object signedInAs) {
		return browser.run(request(document, signedInAs));
	}

	private static void isRejected(Answer answer) {
		assertThat(answer.<String>error("[0].extensions.code")).isEqualTo("OTHER_MEMBER_SIGNED_IN");
	}

	@Test
	void executesOperationsOfTheMember() {
		run(this.ada, SWITCH_OFF, this.adasId).hasNoErrors().with("updateSendReminderEmails.success", true);
	}

	@Test
	void executesNoMutationInTheNameOfAnotherMember() {
		isRejected(run(this.ben, SWITCH_OFF, this.adasId));

		this.ben.run("{ userDetails { sendReminderEmails } }").with("userDetails.sendReminderEmails", true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ userDetails { username } }", "mutation { verifyToken { payload } }" })
	void showsNothingOfAnotherMember(String document) {
		isRejected(run(this.ben, document, this.adasId));
	}

	@Test
	void rejectsAnIdThatIsNone() {
		isRejected(run(this.ben, "{ userDetails { username } }", Map.of("id", "x")));
	}

	@Test
	void answersWithoutSessionAsUsual() {
		run(this.api.visitor(), SWITCH_OFF, this.adasId).hasNoErrors().with("updateSendReminderEmails.success", false);
	}

	@Test
	void subscribesOnlyForTheMemberOnAWebSocket() {
		try (TestSocket socket = TestSocket.connect(this.api, this.ben)) {
			socket.subscribe("a", request(SUBSCRIPTION, this.adasId));

			assertThat(socket.next()).contains("\"type\":\"error\"", CODE);
		}
		try (TestSocket socket = TestSocket.connect(this.api, this.ada)) {
			socket.subscribe("a", request(SUBSCRIPTION, this.adasId));

			assertThat(socket.next()).contains("\"type\":\"next\"");
		}
	}

	@Test
	void subscribesOnlyForTheMemberWithServerSentEvents() throws IOException {
		try (TestEventStream stream = TestEventStream.open(this.api, this.ben, request(SUBSCRIPTION, this.adasId))) {
			assertThat(stream.next()).startsWith("next ").contains(CODE);
			assertThat(stream.next()).startsWith("complete");
		}
	}

	@Test
	void signsOutOnlyTheMember() {
		assertThat(this.ben.get("/logout?member=" + this.adasId).statusCode()).isEqualTo(409);
		assertThat(this.ben.isSignedIn()).isTrue();

		assertThat(this.ada.get("/logout?member=" + this.adasId).statusCode()).isEqualTo(200);
		assertThat(this.ada.isSignedIn()).isFalse();
	}

}
