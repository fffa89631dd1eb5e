package com.howsmytrack.operations;

import com.howsmytrack.account.AccountDesk;
import com.howsmytrack.graphql.MutationResult;
import com.howsmytrack.graphql.Refusal;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/// What an operator does about accounts.
@Controller
class AccountDeskController {

	private static final Refusal UNKNOWN_ACCOUNT = new Refusal("UNKNOWN_ACCOUNT",
			"There is no account for that email address.", "email");

	private final AccountDesk desk;

	AccountDeskController(AccountDesk desk) {
		this.desk = desk;
	}

	@MutationMapping
	MutationResult disableAccount(@Argument String email) {
		return result(this.desk.disable(email));
	}

	@MutationMapping
	MutationResult enableAccount(@Argument String email) {
		return result(this.desk.enable(email));
	}

	private static MutationResult result(boolean known) {
		return known ? MutationResult.succeeded() : MutationResult.refused(UNKNOWN_ACCOUNT);
	}

}
