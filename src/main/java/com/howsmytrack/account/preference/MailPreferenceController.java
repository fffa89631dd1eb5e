package com.howsmytrack.account.preference;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.account.core.ContractMailKinds;
import com.howsmytrack.graphql.MutationResult;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class MailPreferenceController {

	private final MailPreferences preferences;

	MailPreferenceController(MailPreferences preferences) {
		this.preferences = preferences;
	}

	@MutationMapping
	MutationResult updateSendReminderEmails(@CurrentMember AccountId me, @Argument boolean sendReminderEmails) {
		return MutationResult.of(this.preferences.set(ContractMailKinds.REMINDER, me, sendReminderEmails));
	}

	@MutationMapping
	MutationResult updateSendGroupEmails(@CurrentMember AccountId me, @Argument boolean sendGroupEmails) {
		return MutationResult.of(this.preferences.set(ContractMailKinds.NEW_GROUP, me, sendGroupEmails));
	}

}
