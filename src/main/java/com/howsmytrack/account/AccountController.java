package com.howsmytrack.account;

import com.howsmytrack.graphql.CallerNetwork;
import com.howsmytrack.graphql.MutationResult;
import com.howsmytrack.web.NetworkAddress;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class AccountController {

	private final Registration registration;

	private final Preferences preferences;

	private final AddressVerification verification;

	AccountController(Registration registration, Preferences preferences, AddressVerification verification) {
		this.registration = registration;
		this.preferences = preferences;
		this.verification = verification;
	}

	@MutationMapping
	MutationResult registerUser(@Argument String email, @Argument String password, @Argument String passwordRepeat,
			@ContextValue(CallerNetwork.NAME) NetworkAddress network) {
		return MutationResult.of(this.registration.register(email, password, passwordRepeat, network));
	}

	@MutationMapping
	MutationResult updateEmail(@CurrentMember AccountId me, @Argument String email) {
		return MutationResult.of(this.preferences.changeEmail(me, email));
	}

	@MutationMapping
	MutationResult requestEmailVerification(@CurrentMember AccountId me) {
		return MutationResult.of(this.verification.sendAgain(me));
	}

	@MutationMapping
	MutationResult updateSendReminderEmails(@CurrentMember AccountId me, @Argument boolean sendReminderEmails) {
		return MutationResult.of(this.preferences.setMailPreference(Account.REMINDER, me, sendReminderEmails));
	}

	@MutationMapping
	MutationResult updateSendGroupEmails(@CurrentMember AccountId me, @Argument boolean sendGroupEmails) {
		return MutationResult.of(this.preferences.setMailPreference(Account.NEW_GROUP, me, sendGroupEmails));
	}

}
