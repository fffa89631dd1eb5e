package com.howsmytrack.account.verification;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.graphql.MutationResult;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class EmailController {

	private final EmailChange emailChange;

	private final AddressVerification verification;

	EmailController(EmailChange emailChange, AddressVerification verification) {
		this.emailChange = emailChange;
		this.verification = verification;
	}

	@MutationMapping
	MutationResult updateEmail(@CurrentMember AccountId me, @Argument String email) {
		return MutationResult.of(this.emailChange.change(me, email));
	}

	@MutationMapping
	MutationResult requestEmailVerification(@CurrentMember AccountId me) {
		return MutationResult.of(this.verification.sendAgain(me));
	}

}
