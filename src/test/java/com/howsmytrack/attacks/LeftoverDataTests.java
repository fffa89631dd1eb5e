package com.howsmytrack.attacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.account.page.WebVisitor;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.mail.Mailbox.ReceivedMail;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/// A person with a copy of the database looks for the addresses of members who have deleted their accounts.
@WholeApplication
@TestPropertySource(properties = "howsmytrack.account.verify-addresses=true")
class LeftoverDataTests {

	/// The columns of all tables, of any type. A column of bytes is searched as text in
	/// which other bytes are escaped.
	private static final String COLUMNS = """
			SELECT format('SELECT %L FROM %s WHERE position(''ada@'' IN lower(%s)) > 0 LIMIT 1',
				relname || '.' || attname, oid::regclass,
				CASE WHEN atttypid = 'bytea'::regtype THEN format('encode(%I, ''escape'')', attname)
					ELSE format('CAST(%I AS text)', attname) END)
			FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
			WHERE relkind IN ('r', 'p', 'm') AND attnum > 0 AND NOT attisdropped
				AND relnamespace::regnamespace::text NOT LIKE 'pg\\_%' AND relnamespace <> 'information_schema'::regnamespace""";

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private AccountScenario accounts;

	@Autowired
	private Mailbox mailbox;

	@Autowired
	private Database database;

	/// The columns with an address of Ada in any row, in any letter case.
	private List<String> columnsWithAnAddressOfAda() {
		List<String> found = new ArrayList<>();
		for (String search : this.database.list(String.class, COLUMNS)) {
			found.addAll(this.database.list(String.class, search));
		}
		return found;
	}

	private static void changeAddress(Browser member, String address) {
		AccountScenario.updateEmail(member, address).succeeded("updateEmail");
	}

	private void requestReset(String address) {
		this.accounts.requestPasswordReset(address).succeeded("requestPasswordReset");
	}

	private static void deleteAccount(Browser member) {
		AccountScenario.deleteAccount(member, Api.PASSWORD).succeeded("deleteAccount");
	}

	@Test
	void hasNoAddressOfADeletedAccount() {
		AdminApi operator = AdminApi.open(this.api, this.database);
		Browser ada = this.scenario.memberWithTrack("ada", Genre.JAZZ);
		this.scenario.memberWithTrack("bo", Genre.JAZZ);
		this.scenario.requestMailsForAll();
		this.scenario.assignGroups();
		requestReset("ADA@example.com");
		this.mailbox.deliver();
		requestReset("Ada@Example.com");
		changeAddress(ada, "ada@new.example.com");
		this.database.update("""
				UPDATE outgoing_mail SET state = 'GIVEN_UP', finished_at = created_at,
					last_error = '550 no mailbox ' || recipient
				WHERE state = 'QUEUED'""");
		changeAddress(ada, "ada@newest.example.com");
		this.mailbox.deliver();
		requestReset("ada@newest.example.com");
		requestReset("ada@new.example.com");
		changeAddress(ada, "ADA@newest.example.com");
		operator.mutate("grantOperator", "email: \"ada@newest.example.com\"").succeeded("grantOperator");
		operator.mutate("revokeOperator", "email: \"ada@newest.example.com\"").succeeded("revokeOperator");
		assertThat(columnsWithAnAddressOfAda()).contains("account.email", "outgoing_mail.recipient",
				"outgoing_mail.last_error", "mailed_link.address");

		deleteAccount(ada);

		assertThat(columnsWithAnAddressOfAda()).isEmpty();
		int before = this.mailbox.received().size();
		assertThat(this.mailbox.deliver()).hasSize(before);
		assertThat(columnsWithAnAddressOfAda()).isEmpty();
	}

	/// Shows that the test above can fail.
	@Test
	void wouldBeFoundInColumnsOfAnyType() {
		this.database
			.update("""
					CREATE TABLE sample AS SELECT 'to Ada@Example.com' AS text, CAST('ada@example.com' AS varchar(50)) AS varchar,
						jsonb_build_object('to', 'ada@example.com') AS jsonb, CAST('["ADA@example.com"]' AS json) AS json,
						convert_to(U&'\\00e4 Ada@example.com', 'UTF8') AS bytes, ARRAY['ada@example.com'] AS list""");
		try {
			assertThat(columnsWithAnAddressOfAda()).containsExactlyInAnyOrder("sample.text", "sample.varchar",
					"sample.jsonb", "sample.json", "sample.bytes", "sample.list");
		}
		finally {
			this.database.update("DROP TABLE sample");
		}
	}

	@Test
	void keepsTheMailsOfAMemberWhoHasTheFormerAddressNow() {
		Browser first = this.scenario.verifiedMember("ada");
		changeAddress(first, "first@example.com");
		Browser second = this.api.member("ada");
		requestReset("ada@example.com");

		deleteAccount(first);

		assertThat(this.mailbox.deliver()).filteredOn((mail) -> mail.subject().equals("reset your password"))
			.extracting(ReceivedMail::to)
			.containsExactly("ada@example.com");
		assertThat(second.isSignedIn()).isTrue();
	}

	@Test
	void hasNoMailOfADeletedAccountThatIsStillQueued() {
		Browser ada = this.scenario.verifiedMember("ada");
		this.mailbox.deliver();
		changeAddress(ada, "ada@new.example.com");
		requestReset("ada@new.example.com");
		int before = this.mailbox.received().size();

		deleteAccount(ada);

		assertThat(this.database.count("outgoing_mail")).isZero();
		assertThat(this.mailbox.deliver()).hasSize(before);
	}

	/// A link in a mail to the former address would let its next owner switch off mails.
	@Test
	void hasUnsubscribeLinksOnlyForTheCurrentAddressAndPassword() {
		Browser ada = this.scenario.verifiedMember("ada");
		this.mailbox.deliver();
		String ofFirstAddress = unsubscribeLink();
		changeAddress(ada, "ADA@example.com");
		assertThat(unsubscribeLink()).as("the mailbox is the same").isEqualTo(ofFirstAddress);
		changeAddress(ada, "ada@new.example.com");
		String ofSecondAddress = unsubscribeLink();
		AccountScenario.changePassword(ada).succeeded("changePassword");
		String ofChangedPassword = unsubscribeLink();
		requestReset("ada@new.example.com");
		new WebVisitor(this.api).fillIn(this.accounts.resetLink("ada@new.example.com"),
				Map.of("password", Api.PASSWORD, "passwordRepeat", Api.PASSWORD));

		for (String old : List.of(ofFirstAddress, ofSecondAddress, ofChangedPassword)) {
			assertAnsweredLikeAnUnknownLink(old);
		}
		assertThat(this.database.count("mail_preference")).isZero();
		assertThat(this.api.visitor().get(unsubscribeLink()).body()).doesNotContain("This link does not work");
	}

	private String unsubscribeLink() {
		return "/accounts/unsubscribe/reminder/"
				+ this.database.single(String.class, "SELECT CAST(unsubscribe_key AS text) FROM account");
	}

	private void assertAnsweredLikeAnUnknownLink(String link) {
		String unknown = "/accounts/unsubscribe/reminder/00000000-0000-0000-0000-000000000000";
		String form = "application/x-www-form-urlencoded";
		Browser visitor = this.api.visitor();

		assertThat(visitor.get(link).statusCode()).isEqualTo(visitor.get(unknown).statusCode());
		assertThat(visitor.get(link).body()).isEqualTo(visitor.get(unknown).body()).contains("This link does not work");
		assertThat(visitor.post(link, form, "").body()).isEqualTo(visitor.post(unknown, form, "").body())
			.contains("This link does not work");
	}

}
