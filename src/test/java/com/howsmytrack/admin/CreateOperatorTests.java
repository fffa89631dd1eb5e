package com.howsmytrack.admin;

import java.util.List;
import java.util.Locale;

import com.howsmytrack.jobs.CommandFailedException;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// The command `create-operator`.
@WholeApplication
@ExtendWith(OutputCaptureExtension.class)
class CreateOperatorTests {

	private static final String LOG = """
			SELECT action || ' ' || (operator_id IS NULL) || ' ' || subject || ' ' || (details ->> 'newAccount')
			FROM audit_log""";

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	@Autowired
	private Mailbox mailbox;

	@Autowired
	private CreateOperator command;

	private void create(String email) throws CommandFailedException {
		this.command.run(List.of(email));
	}

	@Test
	void grantsTheRoleToAMember(CapturedOutput output) throws CommandFailedException {
		this.api.member("ada");

		create("ADA@example.com");

		this.api.visitor()
			.signIn("ada@example.com")
			.run("{ auditLog { edges { node { action operatorId } } } }")
			.hasNoErrors()
			.with("auditLog.edges[0].node.action", "CREATE_OPERATOR")
			.with("auditLog.edges[0].node.operatorId", null);
		assertThat(output).contains("ADA@example.com operates the service now");
		assertThat(this.database.single(String.class, LOG)).isEqualTo("CREATE_OPERATOR true PERSON false");
	}

	@Test
	void createsAnAccountWhoseOwnerChoosesAPasswordByMail(CapturedOutput output) throws CommandFailedException {
		create("ada@example.com");

		assertThat(output).contains("ada@example.com has an account now, without a password",
				"Choose a password by \"Forgot password?\" on the website.");
		assertThat(this.database.single(String.class, LOG)).isEqualTo("CREATE_OPERATOR true PERSON true");
		for (String guess : List.of("", "x", Api.PASSWORD)) {
			assertThat(this.api.canSignIn("ada@example.com", guess)).isFalse();
		}
		this.api.visitor()
			.run("mutation { requestPasswordReset(email: \"ada@example.com\") { success error } }")
			.succeeded("requestPasswordReset");
		assertThat(this.mailbox.deliver()).hasSize(1);
	}

	@Test
	void canRunTwice() throws CommandFailedException {
		create("ada@example.com");
		create("ada@example.com");

		assertThat(this.database.count("account WHERE operator")).isOne();
		assertThat(this.database.count("audit_log")).isEqualTo(2);
	}

	@Test
	void rejectsAnInvalidAddressAndADisabledAccount() {
		this.api.member("ada");
		this.database.update("UPDATE account SET disabled_at = now()");

		assertThatExceptionOfType(CommandFailedException.class).isThrownBy(() -> create("no address"))
			.withMessage("Please provide a valid email address.");
		assertThatExceptionOfType(CommandFailedException.class)
			.isThrownBy(() -> create("ada@example.com".toUpperCase(Locale.ROOT)))
			.withMessage("This account is disabled. Enable it first.");
		assertThat(this.database.count("audit_log")).isZero();
		assertThat(this.database.count("account WHERE operator")).isZero();
	}

}
