package com.howsmytrack.account.recovery;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.account.recovery.PasswordChange.Outcome;
import com.howsmytrack.account.session.SessionCookieUpdate;
import com.howsmytrack.account.session.SessionTokens;
import com.howsmytrack.graphql.CallerNetwork;
import com.howsmytrack.graphql.MutationResult;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.web.NetworkAddress;
import graphql.GraphQLContext;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/// The password reset for clients with pages of their own, and the password change of signed-in members.
@Controller
class RecoveryController {

	private final PasswordReset passwordReset;

	private final PasswordChange passwordChange;

	private final SessionTokens tokens;

	RecoveryController(PasswordReset passwordReset, PasswordChange passwordChange, SessionTokens tokens) {
		this.passwordReset = passwordReset;
		this.passwordChange = passwordChange;
		this.tokens = tokens;
	}

	@MutationMapping
	MutationResult requestPasswordReset(@Argument String email,
			@ContextValue(CallerNetwork.NAME) NetworkAddress network) {
		return MutationResult.of(this.passwordReset.request(email, network));
	}

	@MutationMapping
	MutationResult resetPassword(@Argument String token, @Argument String password, @Argument String passwordRepeat) {
		return MutationResult.of(this.passwordChange.byLink(token, password, passwordRepeat));
	}

	/// All sessions are revoked; the member continues in a new one.
	@MutationMapping
	MutationResult changePassword(@CurrentMember AccountId me, @Argument String currentPassword,
			@Argument String password, @Argument String passwordRepeat, GraphQLContext context) {
		return switch (this.passwordChange.byMember(me, currentPassword, password, passwordRepeat)) {
			case Outcome.Failed(UserError error) -> MutationResult.failed(error);
			case Outcome.Changed(int generation) -> {
				SessionCookieUpdate.setToken(context, this.tokens.startSession(me, generation));
				yield MutationResult.succeeded();
			}
		};
	}

}
