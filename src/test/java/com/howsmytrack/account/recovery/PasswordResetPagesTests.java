package com.howsmytrack.account.recovery;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.account.page.WebVisitor;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.mail.Mailbox.ReceivedMail;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Statements;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class PasswordResetPagesTests {

	private static final String PAGE = "/accounts/password_reset/";

	private static final String NEW_PASSWORD = AccountScenario.NEW_PASSWORD;

	@Autowired
	private Api api;

	@Autowired
	private AccountScenario scenario;

	@Autowired
	private Mailbox mailbox;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	private Browser ada;

	private WebVisitor visitor;

	@BeforeEach
	void createAda() {
		this.ada = this.api.member("ada");
		this.visitor = new WebVisitor(this.api);
	}

	private HttpResponse<String> requestLink(String email, String... headers) {
		return this.visitor.fillIn(PAGE, Map.of("email", email), headers);
	}

	/// The path of the link in Ada's mail.
	private String link() {
		assertThat(WebVisitor.location(requestLink("ada@example.com"))).isEqualTo("/accounts/password_reset/done/");
		return this.scenario.resetLink("ada@example.com");
	}

	private HttpResponse<String> submitPassword(String link, String password, String repeat) {
		return this.visitor.fillIn(link, Map.of("password", password, "passwordRepeat", repeat));
	}

	private boolean canSignIn(String password) {
		return this.api.canSignIn("ada@example.com", password);
	}

	private static int count(String pattern, String body) {
		return Math.toIntExact(Pattern.compile(pattern).matcher(body).results().count());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/accounts/password_reset", "/accounts/password_reset/" })
	void areTheSameWithAndWithoutASlash(String path) {
		HttpResponse<String> page = this.visitor.open(path);

		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
		assertThat(count("<input type=\"email\" name=\"email\"", page.body())).isOne();
		assertThat(page.body()).contains("<form method=\"post\" action=\"\">", "href=\"http://localhost:8080/sign-in\"",
				"href=\"/\"");
		HttpResponse<String> posted = this.visitor.fillIn(path, Map.of("email", "ada@example.com"));
		assertThat(posted.statusCode()).isEqualTo(303);
		assertThat(WebVisitor.location(posted)).isEqualTo("/accounts/password_reset/done/");
	}

	@Test
	void setANewPassword() {
		String link = link();
		ReceivedMail mail = this.mailbox.received().getLast();
		assertThat(mail.subject()).isEqualTo("reset your password");
		assertThat(mail.text()).startsWith("Hi ada@example.com,\n");
		assertThat(mail.text().lines().filter((line) -> line.contains("://"))).first()
			.asString()
			.matches("http://localhost:8080/accounts/reset/[A-Za-z0-9_-]{43}/");
		assertThat(mail.html()).contains("href=\"" + mail.firstLink() + "\"");
		HttpResponse<String> form = this.visitor.open(link);
		assertThat(count("type=\"password\"", form.body())).isEqualTo(2);

		HttpResponse<String> chosen = submitPassword(link, NEW_PASSWORD, NEW_PASSWORD);

		assertThat(chosen.statusCode()).isEqualTo(303);
		assertThat(WebVisitor.location(chosen)).isEqualTo("/accounts/reset/done/");
		assertThat(this.visitor.open("/accounts/reset/done/").body()).contains("Your password is changed",
				"href=\"http://localhost:8080/sign-in\"");
		assertThat(canSignIn(NEW_PASSWORD)).isTrue();
		assertThat(canSignIn(Api.PASSWORD)).isFalse();
		assertThat(this.ada.isSignedIn()).as("other devices").isFalse();
		ReceivedMail notice = this.mailbox.deliver().getLast();
		assertThat(notice.subject()).isEqualTo("your password was changed");
		assertThat(notice.text()).startsWith("Hi ada@example.com,\n")
			.contains("http://localhost:8080/accounts/password_reset/");
	}

	@Test
	void haveTheSameResponseWithAndWithoutAnAccount() {
		HttpResponse<String> known = requestLink("ada@example.com");
		HttpResponse<String> unknown = requestLink("nobody@example.com");

		assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
		assertThat(WebVisitor.location(unknown)).isEqualTo(WebVisitor.location(known));
		assertThat(unknown.body()).isEqualTo(known.body());
		assertThat(this.mailbox.deliver()).extracting(ReceivedMail::to).containsExactly("ada@example.com");
		assertThat(this.database.count("outgoing_mail WHERE recipient = 'nobody@example.com'")).isZero();
	}

	/// The same statements take the same time on any machine.
	@Test
	void runTheSameStatementsWithAndWithoutAnAccount() {
		requestLink("warm@example.com");

		List<String> known = Statements.of(() -> requestLink("ada@example.com"));
		List<String> unknown = Statements.of(() -> requestLink("nobody@example.com"));

		assertThat(unknown).isEqualTo(known).noneMatch((statement) -> statement.contains("account "));
	}

	@Test
	void sendTheMailToTheAddressAsTheAccountHasIt() {
		requestLink("ADA@example.COM");

		assertThat(this.mailbox.deliver()).extracting(ReceivedMail::to).containsExactly("ada@example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ada", "ada@", "ada@example.com\r\nBcc: eve@example.com", "<b>@example.com",
			"ada\0@example.com" })
	void showTheFormAgainForAMalformedAddress(String email) {
		HttpResponse<String> page = requestLink(email);

		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body())
			.contains("Please provide a valid email address.", "<input type=\"email\" name=\"email\"")
			.doesNotContain("<b>");
		assertThat(this.database.count("outgoing_mail")).isZero();
	}

	@Test
	void rejectAFormWithoutItsCsrfToken() {
		HttpResponse<String> page = this.visitor.post(PAGE, Map.of("email", "ada@example.com"));

		assertThat(page.statusCode()).isEqualTo(403);
		assertThat(this.visitor.fillIn(PAGE, Map.of("email", "ada@example.com")).statusCode()).isEqualTo(303);
		assertThat(this.visitor.post(PAGE, Map.of("email", "ada@example.com", "_csrf", "forged")).statusCode())
			.isEqualTo(403);
		assertThat(this.mailbox.deliver()).hasSize(1);
	}

	@Test
	void buildLinksFromTheSettingsOnly() {
		HttpResponse<String> redirected = requestLink("ada@example.com", "X-Forwarded-Host", "evil.example",
				"X-Forwarded-Prefix", "/evil", "Forwarded", "host=evil.example");

		assertThat(WebVisitor.location(redirected)).isEqualTo("/accounts/password_reset/done/");
		ReceivedMail mail = this.mailbox.deliver().getLast();
		assertThat(mail.text() + mail.html() + mail.header("Message-ID")).doesNotContain("evil")
			.contains("http://localhost:8080/accounts/reset/");
	}

	@Test
	void limitMailsToOneAddress() {
		for (int time = 1; time <= 5; time++) {
			assertThat(requestLink("ada@example.com").statusCode()).isEqualTo(303);
		}

		HttpResponse<String> rejected = requestLink("ADA@example.com");
		assertThat(rejected.statusCode()).isEqualTo(429);
		assertThat(rejected.body()).contains("Too many attempts. Try again in 12 minutes.");
		assertThat(requestLink("bo@example.com").statusCode()).isEqualTo(303);
		assertThat(this.mailbox.deliver()).hasSize(5);
		this.clock.advance(Duration.ofMinutes(12));
		assertThat(requestLink("ada@example.com").statusCode()).isEqualTo(303);
	}

	@Test
	void limitRequestsFromOneNetwork() {
		for (int person = 1; person <= 30; person++) {
			assertThat(requestLink("person%d@example.com".formatted(person)).statusCode()).isEqualTo(303);
		}

		assertThat(requestLink("person31@example.com").body()).contains("Too many attempts. Try again in 2 minutes.");
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(requestLink("person31@example.com").statusCode()).isEqualTo(303);
	}

	@Test
	void loadNoScriptAndOnlyTheirStyleSheet() {
		HttpResponse<String> page = this.visitor.open(PAGE);

		assertThat(page.body()).doesNotContain("<script", "<style", "style=").contains("/accounts/page.css");
		assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'",
				"frame-ancestors 'none'");
		assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
		assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
		assertThat(this.visitor.open("/accounts/page.css").headers().firstValue("Content-Type")).contains("text/css");
		assertThat(page.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Strict",
				"Path=/accounts");
	}

	@Test
	void showAnErrorForAnUnknownPage() {
		HttpResponse<String> page = this.visitor.open("/accounts/nothing", "Accept", "text/html");

		assertThat(page.statusCode()).isEqualTo(404);
		assertThat(page.body()).contains("There is nothing here").doesNotContain("Whitelabel", "Exception");
	}

}
