package com.howsmytrack.account.session;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

import static org.assertj.core.api.Assertions.assertThat;

/// Members with sessions, and checks of sessions.
@TestComponent
@Lazy
public class SessionScenario {

	static final long NOON = AdjustableClock.NOON.getEpochSecond();

	static final long SESSION_SECONDS = 259200;

	static final long REFRESH_SECONDS = 604800;

	static final String REFRESH = "mutation { refreshToken { payload refreshExpiresIn } }";

	static final String VERIFY = "mutation { verifyToken { payload } }";

	private final Api api;

	private final Database database;

	private final SessionTokens tokens;

	SessionScenario(Api api, Database database, SessionTokens tokens) {
		this.api = api;
		this.database = database;
		this.tokens = tokens;
	}

	/// A new member without a password, because hashing takes long, with a cookie as
	/// `tokenAuth` sets it.
	public Browser member(String email) {
		long id = this.database.single(Long.class,
				"INSERT INTO account (email, password_hash, created_at) VALUES (?, 'none', now()) RETURNING id", email);
		return this.api.visitor().withToken(this.tokens.sign(this.tokens.begin(new AccountId(id), 0)));
	}

	/// Executes the work as the member whose cookie the browser has, without HTTP.
	public <T> T as(Browser browser, Supplier<T> work) {
		SessionToken token = this.tokens.read(browser.token()).orElseThrow();
		SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken
			.authenticated(new SignedInMember(token.account(), token), null, AuthorityUtils.NO_AUTHORITIES)));
		try {
			return work.get();
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

	void register(String email) {
		register(email, Api.PASSWORD);
	}

	void register(String email, String password) {
		this.api.visitor()
			.run("mutation($email: String!, $password: String!) { registerUser(email: $email, password: $password,"
					+ " passwordRepeat: $password) { success error } }", Map.of("email", email, "password", password))
			.succeeded("registerUser");
	}

	Answer signIn(String username, String password) {
		return this.api.visitor().run("""
				mutation($username: String!, $password: String!) {
					tokenAuth(username: $username, password: $password) { payload refreshExpiresIn }
				}""", Map.of("username", username, "password", password));
	}

	static void assertCredentialsRejected(Answer answer) {
		assertThat(answer.errorMessages()).containsExactly("Please enter valid credentials");
		assertNoData(answer, "tokenAuth");
	}

	static void assertNoSession(Answer answer, String operation) {
		assertThat(answer.errorMessages()).hasSize(1);
		assertThat(answer.<String>error("[0].extensions.code")).isEqualTo("NO_SESSION");
		assertNoData(answer, operation);
	}

	private static void assertNoData(Answer answer, String operation) {
		assertThat(answer.response().statusCode()).isEqualTo(200);
		assertThat(answer.response().body()).contains("\"data\":{\"" + operation + "\":null}");
		assertThat(answer.response().headers().firstValue("Set-Cookie")).isEmpty();
	}

	static void assertSignedIn(Browser browser, String email) {
		browser.run("{ userDetails { username } }").hasNoErrors().with("userDetails.username", email);
	}

	static void assertSignedOut(Browser browser) {
		browser.run("{ userDetails { username } }").hasNoErrors().with("userDetails", null);
	}

	static List<String> attributes(HttpResponse<String> response) {
		List<String> cookies = response.headers().allValues("Set-Cookie");
		assertThat(cookies).hasSize(1);
		return List.of(cookies.getFirst().split("; "));
	}

}
