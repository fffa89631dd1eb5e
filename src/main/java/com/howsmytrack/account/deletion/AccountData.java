package com.howsmytrack.account.deletion;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.ContractMailKinds;
import com.howsmytrack.account.PersonalData;
import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.link.MailedLinkService;
import com.howsmytrack.account.link.StoredLink;
import com.howsmytrack.account.preference.MailPreferenceService;
import com.howsmytrack.account.verification.AddressVerificationPolicy;
import com.howsmytrack.mail.MailRecord;
import com.howsmytrack.mail.Outbox;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The personal data of this module, and the mails to the account.
@Component
@Order(0)
class AccountData implements PersonalData {

	private final AccountService accounts;

	private final AddressVerificationPolicy policy;

	private final MailPreferenceService mailPreferences;

	private final MailedLinkService links;

	private final Outbox outbox;

	AccountData(AccountService accounts, AddressVerificationPolicy policy, MailPreferenceService mailPreferences,
			MailedLinkService links, Outbox outbox) {
		this.accounts = accounts;
		this.policy = policy;
		this.mailPreferences = mailPreferences;
		this.links = links;
		this.outbox = outbox;
	}

	@Override
	public String section() {
		return "account";
	}

	@Override
	public Set<String> tables() {
		return Set.of("account", "mail_preference", "mailed_link", "outgoing_mail");
	}

	@Override
	public Object of(AccountId account) {
		Map<String, Object> data = new LinkedHashMap<>();
		this.accounts.find(account).ifPresent((found) -> {
			data.put("emailAddress", found.email());
			data.put("emailVerified", this.policy.countsAsVerified(found));
			data.put("registeredAt", found.createdAt().toString());
			data.put("operator", found.operator());
		});
		Map<String, Boolean> preferences = mailPreferences(account);
		data.put("sendReminderEmails", preferences.get(ContractMailKinds.REMINDER));
		data.put("sendGroupEmails", preferences.get(ContractMailKinds.NEW_GROUP));
		data.put("mailPreferences", preferences);
		data.put("mailedLinks", this.links.of(account).stream().map(AccountData::link).toList());
		data.put("mails", this.outbox.mailsTo(account.value()).stream().map(AccountData::mail).toList());
		return data;
	}

	/// Whether each kind of mail is sent, by the name of the kind.
	private Map<String, Boolean> mailPreferences(AccountId account) {
		Map<String, Boolean> preferences = new LinkedHashMap<>();
		this.mailPreferences.of(account)
			.forEach((preference) -> preferences.put(preference.kind(), preference.enabled()));
		return preferences;
	}

	private static Map<String, Object> link(StoredLink link) {
		return Map.of("purpose", link.purpose().name(), "address", link.address(), "expiresAt",
				link.expiresAt().toString());
	}

	private static Map<String, Object> mail(MailRecord mail) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("kind", mail.kind());
		data.put("to", mail.recipient());
		data.put("state", mail.state().name());
		data.put("createdAt", mail.createdAt().toString());
		return data;
	}

}
