package com.howsmytrack.account.session;

import java.time.Instant;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.account.core.AccountErrors;
import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.core.AccountSnapshot;
import com.howsmytrack.graphql.CallerNetwork;
import com.howsmytrack.graphql.MutationResult;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.graphql.UserErrorException;
import com.howsmytrack.web.NetworkAddress;
import graphql.GraphQLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Controller;

/// Signs in and refreshes sessions. Only the cookie contains the token.
@Controller
class SessionController {

	/// Log lines contain ids only, no addresses.
	private static final Logger logger = LoggerFactory.getLogger(SessionController.class);

	private final SignIn signIn;

	private final AccountService accounts;

	private final SessionTokens tokens;

	private final SignInRateLimit rateLimit;

	private final SignInConcurrencyLimit concurrencyLimit;

	private final RevokedSessions revokedSessions;

	private final SignInCounts counts;

	SessionController(SignIn signIn, AccountService accounts, SessionTokens tokens, SignInRateLimit rateLimit,
			SignInConcurrencyLimit concurrencyLimit, RevokedSessions revokedSessions, SignInCounts counts) {
		this.rateLimit = rateLimit;
		this.concurrencyLimit = concurrencyLimit;
		this.revokedSessions = revokedSessions;
		this.signIn = signIn;
		this.accounts = accounts;
		this.tokens = tokens;
		this.counts = counts;
	}

	@MutationMapping
	SessionPayload tokenAuth(@Argument String username, @Argument String password,
			@ContextValue(CallerNetwork.NAME) NetworkAddress network, GraphQLContext context) {
		AccountSnapshot account = this.concurrencyLimit.call(SignInRateLimit.account(username), network,
				() -> signIn(username, password, network));
		this.counts.count(SignInCounts.Outcome.SUCCEEDED);
		logger.info("Account {} signed in", account.id().value());
		return begin(account, this.tokens.begin(account.id(), account.sessionGeneration()), context);
	}

	private AccountSnapshot signIn(String username, String password, NetworkAddress network) {
		this.rateLimit.tryOnce(username, network).ifPresent((wait) -> {
			this.counts.count(SignInCounts.Outcome.RATE_LIMITED);
			logger.info("Sign-in rejected by a rate limit");
			throw unauthorized(AccountErrors.tooManyAttempts(wait));
		});
		AccountSnapshot account = this.signIn.withPassword(username, password).orElseThrow(() -> {
			this.counts.count(SignInCounts.Outcome.WRONG);
			logger.info("Sign-in rejected: wrong credentials");
			return unauthorized(SessionErrors.INVALID_CREDENTIALS);
		});
		this.rateLimit.succeeded(username, network);
		return account;
	}

	/// Extends the session of the cookie if the account still exists.
	@MutationMapping
	SessionPayload refreshToken(GraphQLContext context) {
		SessionToken token = current().flatMap(this.tokens::refresh)
			.orElseThrow(() -> unauthorized(SessionErrors.NO_SESSION));
		return begin(account(token), token, context);
	}

	@MutationMapping
	VerifyTokenPayload verifyToken() {
		SessionToken token = current().orElseThrow(() -> unauthorized(SessionErrors.NO_SESSION));
		return new VerifyTokenPayload(TokenContent.of(account(token), token));
	}

	@MutationMapping
	MutationResult signOutEverywhere(@CurrentMember AccountId me, GraphQLContext context) {
		boolean known = this.revokedSessions.revokeAll(me);
		SessionCookieUpdate.removeToken(context);
		return known ? MutationResult.succeeded() : MutationResult.failed(UserError.NOT_LOGGED_IN);
	}

	private SessionPayload begin(AccountSnapshot account, SessionToken token, GraphQLContext context) {
		SessionCookieUpdate.setToken(context, this.tokens.sign(token));
		return new SessionPayload(TokenContent.of(account, token),
				this.tokens.refreshableUntil(token).getEpochSecond());
	}

	/// Reads the account, so that a session that another instance has just revoked is not
	/// extended.
	private AccountSnapshot account(SessionToken token) {
		return this.accounts.find(token.account())
			.filter((account) -> account.sessionGeneration() == token.generation() && !account.disabled()
					&& !this.revokedSessions.containsNow(token))
			.orElseThrow(() -> unauthorized(SessionErrors.NO_SESSION));
	}

	private static Optional<SessionToken> current() {
		return SignedInMember.current().map(SignedInMember::token);
	}

	private static UserErrorException unauthorized(UserError error) {
		return new UserErrorException(ErrorType.UNAUTHORIZED, error);
	}

	/// @param refreshExpiresIn the last time to refresh, in seconds since the epoch; the
	/// contract defines the name
	record SessionPayload(TokenContent payload, long refreshExpiresIn) {
	}

	record VerifyTokenPayload(TokenContent payload) {
	}

	/// Times in seconds since the epoch.
	record TokenContent(String username, long exp, long origIat) {

		static TokenContent of(AccountSnapshot account, SessionToken token) {
			return new TokenContent(account.emailAsTyped(), seconds(token.expiresAt()), seconds(token.firstSignInAt()));
		}

		private static long seconds(Instant time) {
			return time.getEpochSecond();
		}

	}

}
