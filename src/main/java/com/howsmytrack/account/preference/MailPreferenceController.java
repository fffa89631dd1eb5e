package com.howsmytrack.account.preference;

import java.util.List;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.ContractMailKinds;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.account.MailPreference;
import com.howsmytrack.graphql.MutationResult;
import com.howsmytrack.graphql.Outcome;
import com.howsmytrack.graphql.Payload;
import com.howsmytrack.graphql.UserError;
import org.jspecify.annotations.Nullable;

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
	MailPreferencePayload updateMailPreference(@CurrentMember AccountId me, @Argument String kind,
			@Argument boolean enabled) {
		return MailPreferencePayload.of(this.preferences.set(me, kind, enabled));
	}

	@MutationMapping
	MutationResult updateSendReminderEmails(@CurrentMember AccountId me, @Argument boolean sendReminderEmails) {
		return MutationResult.of(this.preferences.set(me, ContractMailKinds.REMINDER, sendReminderEmails));
	}

	@MutationMapping
	MutationResult updateSendGroupEmails(@CurrentMember AccountId me, @Argument boolean sendGroupEmails) {
		return MutationResult.of(this.preferences.set(me, ContractMailKinds.NEW_GROUP, sendGroupEmails));
	}

	record MailPreferencePayload(boolean success, @Nullable String error, List<UserError> userErrors,
			@Nullable MailPreference mailPreference) implements Payload {

		static MailPreferencePayload of(Outcome<MailPreference> outcome) {
			MutationResult result = MutationResult.of(outcome);
			return new MailPreferencePayload(result.success(), result.error(), result.userErrors(),
					(outcome instanceof Outcome.Succeeded<MailPreference>(MailPreference stored)) ? stored : null);
		}

	}

}
