package com.howsmytrack.account.preference;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.ContractMailKinds;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.graphql.MutationResult;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class MailPreferenceController {

	private final MailPreferenceService preferences;

	MailPreferenceController(MailPreferenceService preferences) {
		this.preferences = preferences;
	}

	@MutationMapping
	MutationResult updateMailPreference(@CurrentMember AccountId me, @Argument String kind, @Argument boolean enabled) {
		return MutationResult.of(this.preferences.set(me, kind, enabled));
	}

	@MutationMapping
	MutationResult updateSendReminderEmails(@CurrentMember AccountId me, @Argument boolean sendReminderEmails) {
		return MutationResult.of(this.preferences.set(me, ContractMailKinds.REMINDER, sendReminderEmails));
	}

	@MutationMapping
	MutationResult updateSendGroupEmails(@CurrentMember AccountId me, @Argument boolean sendGroupEmails) {
		return MutationResult.of(this.preferences.set(me, ContractMailKinds.NEW_GROUP, sendGroupEmails));
	}

}
