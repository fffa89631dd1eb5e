package com.howsmytrack.account;

import java.time.Instant;
import java.util.Optional;

import com.howsmytrack.graphql.CallerNetwork;
import com.howsmytrack.graphql.MutationResult;
import com.howsmytrack.graphql.Refusal;
import com.howsmytrack.graphql.RefusedException;
import com.howsmytrack.web.NetworkAddress;
import graphql.GraphQLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Controller;

/// Signing in, and what the cookie says about it. The token itself travels in the cookie alone.
@Controller
class SessionController {

	/// Ids alone: the log names nobody.
	private static final Logger logger = LoggerFactory.getLogger(SessionController.class);

	private final SignIn signIn;

	private final Accounts accounts;

	private final SessionTokens tokens;

	private final SignInThrottle throttle;

	private final SignInPlaces places;

	private final EndedSessions endedSessions;

	private final SignInCounts counts;

	SessionController(SignIn signIn, Accounts accounts, SessionTokens tokens, SignInThrottle throttle,
			SignInPlaces places, EndedSessions endedSessions, SignInCounts counts) {
		this.throttle = throttle;
		this.places = places;
		this.endedSessions = endedSessions;
		this.signIn = signIn;
		this.accounts = accounts;
		this.tokens = tokens;
		this.counts = counts;
	}

	@MutationMapping
	SessionPayload tokenAuth(@Argument String username, @Argument String password,
			@ContextValue(CallerNetwork.NAME) NetworkAddress network, GraphQLContext context) {
		Account account = this.places.inLine(SignInThrottle.account(username), network,
				() -> signIn(username, password, network));
		this.counts.count(SignInCounts.Outcome.SUCCEEDED);
		logger.info("Account {} signed in", account.id().value());
		return begin(account, this.tokens.begin(account.id(), account.sessionGeneration()), context);
	}

	private Account signIn(String username, String password, NetworkAddress network) {
		this.throttle.tryOnce(username, network).ifPresent((wait) -> {
			this.counts.count(SignInCounts.Outcome.THROTTLED);
			logger.info("Sign-in throttled");
			throw refused(AccountRefusals.tooManyAttempts(wait));
		});
		Account account = this.signIn.withPassword(username, password).orElseThrow(() -> {
			this.counts.count(SignInCounts.Outcome.WRONG);
			logger.info("Sign-in refused");
			return refused(AccountRefusals.INVALID_CREDENTIALS);
		});
		this.throttle.wasRight(username, network);
		return account;
	}

	/// Continues the session of the cookie, if the account is still there.
	@MutationMapping
	SessionPayload refreshToken(GraphQLContext context) {
		SessionToken token = current().flatMap(this.tokens::refresh)
			.orElseThrow(() -> refused(AccountRefusals.NO_SESSION));
		return begin(account(token), token, context);
	}

	@MutationMapping
	VerifyTokenPayload verifyToken() {
		SessionToken token = current().orElseThrow(() -> refused(AccountRefusals.NO_SESSION));
		return new VerifyTokenPayload(TokenContent.of(account(token), token));
	}

	@MutationMapping
	MutationResult signOutEverywhere(@CurrentMember AccountId me, GraphQLContext context) {
		boolean known = this.endedSessions.endAllOf(me);
		ChangedSession.removeToken(context);
		return known ? MutationResult.succeeded() : MutationResult.refused(Refusal.NOT_LOGGED_IN);
	}

	private SessionPayload begin(Account account, SessionToken token, GraphQLContext context) {
		ChangedSession.setToken(context, this.tokens.sign(token));
		return new SessionPayload(TokenContent.of(account, token),
				this.tokens.refreshableUntil(token).getEpochSecond());
	}

	/// Asks the account itself, so that a session which ended a moment ago on another
	/// instance is not prolonged.
	private Account account(SessionToken token) {
		return this.accounts.findById(token.account().value())
			.filter((account) -> account.sessionGeneration() == token.generation() && !account.isDisabled()
					&& !this.endedSessions.includeNow(token))
			.orElseThrow(() -> refused(AccountRefusals.NO_SESSION));
	}

	private static Optional<SessionToken> current() {
		return SignedInMember.current().map(SignedInMember::token);
	}

	private static RefusedException refused(Refusal refusal) {
		return new RefusedException(ErrorType.UNAUTHORIZED, refusal);
	}

	/// @param refreshExpiresIn the last moment to refresh, in seconds since the epoch
	/// (its name is the client's)
	record SessionPayload(TokenContent payload, long refreshExpiresIn) {
	}

	record VerifyTokenPayload(TokenContent payload) {
	}

	/// Times in seconds since the epoch.
	record TokenContent(String username, long exp, long origIat) {

		static TokenContent of(Account account, SessionToken token) {
			return new TokenContent(account.email(), seconds(token.expiresAt()), seconds(token.firstSignInAt()));
		}

		private static long seconds(Instant time) {
			return time.getEpochSecond();
		}

	}

}
