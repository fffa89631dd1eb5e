package com.howsmytrack.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class PreferencesTests {

	@Autowired
	private Api api;

	private Browser ada;

	@BeforeEach
	void adaSignsIn() {
		this.ada = this.api.member("ada");
	}

	@Test
	void moveAnAccountToAnotherAddress() {
		updateEmail(this.ada, "ada@elsewhere.example").succeeded("updateEmail");

		this.api.stranger().signIn("ada@elsewhere.example");
		this.ada.run("{ userDetails { username } }").with("userDetails.username", "ada@elsewhere.example");
	}

	@Test
	void takeOnesOwnAddressInAnotherCase() {
		updateEmail(this.ada, "Ada@Example.com").succeeded("updateEmail");

		this.ada.run("{ userDetails { username } }").with("userDetails.username", "Ada@Example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ada", "ada@localhost", "ada@example.com\u0000", "a@b.c, d@e.f" })
	void refuseWhatIsNoAddress(String email) {
		updateEmail(this.ada, email).refused("updateEmail", "INVALID_EMAIL", "Please provide a valid email address.",
				"email");
	}

	@Test
	void refuseAnAddressThatIsTakenHoweverItIsWritten() {
		this.api.member("bo");

		updateEmail(this.ada, "BO@example.com").refused("updateEmail", "EMAIL_TAKEN",
				"An account for that email address already exists.", "email");
	}

	@Test
	void giveAnAddressToOneOfTenWhoWantItAtOnce() {
		List<Callable<Answer>> contenders = new ArrayList<>();
		for (int number = 0; number < 10; number++) {
			Browser member = this.api.member("m" + number);
			contenders.add(() -> updateEmail(member, "wanted@example.com"));
		}

		List<Answer> answers = Races.run(contenders);

		assertThat(answers).filteredOn((answer) -> Boolean.TRUE.equals(answer.at("updateEmail.success"))).hasSize(1);
		assertThat(answers).filteredOn(
				(answer) -> "An account for that email address already exists.".equals(answer.at("updateEmail.error")))
			.hasSize(9);
	}

	@Test
	void switchRemindersOffAndOn() {
		this.ada.run("{ userDetails { sendReminderEmails } }").with("userDetails.sendReminderEmails", true);

		for (boolean wanted : new boolean[] { false, true }) {
			this.ada
				.run("mutation($wanted: Boolean!) { updateSendReminderEmails(sendReminderEmails: $wanted) "
						+ "{ success error } }", Map.of("wanted", wanted))
				.succeeded("updateSendReminderEmails");

			this.ada.run("{ userDetails { sendReminderEmails } }").with("userDetails.sendReminderEmails", wanted);
		}
	}

	private static Answer updateEmail(Browser member, String email) {
		return member.run("mutation($email: String!) { updateEmail(email: $email) "
				+ "{ success error userErrors { code message argument } } }", Map.of("email", email));
	}

}
