package com.howsmytrack.account.deletion;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.ContractMailKinds;
import com.howsmytrack.account.PersonalData;
import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.core.AccountSnapshot;
import com.howsmytrack.account.link.MailedLinkService;
import com.howsmytrack.account.link.StoredLink;
import com.howsmytrack.account.preference.MailPreferenceService;
import com.howsmytrack.account.session.RevocationRecords;
import com.howsmytrack.account.session.RevocationRecords.Revocation;
import com.howsmytrack.account.verification.AddressVerificationPolicy;
import com.howsmytrack.mail.MailRecord;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The personal data of this module, and the mails to the account. The password hash and the unsubscribe key are secrets
/// and are left out.
@Component
@Order(0)
class AccountData implements PersonalData {

	private final AccountService accounts;

	private final AddressVerificationPolicy policy;

	private final MailPreferenceService mailPreferences;

	private final MailedLinkService links;

	private final AccountMails mails;

	private final RevocationRecords revocations;

	AccountData(AccountService accounts, AddressVerificationPolicy policy, MailPreferenceService mailPreferences,
			MailedLinkService links, AccountMails mails, RevocationRecords revocations) {
		this.accounts = accounts;
		this.policy = policy;
		this.mailPreferences = mailPreferences;
		this.links = links;
		this.mails = mails;
		this.revocations = revocations;
	}

	@Override
	public String section() {
		return "account";
	}

	@Override
	public Set<String> tables() {
		return Set.of("account", "mail_preference", "mailed_link", "outgoing_mail", "revoked_session");
	}

	@Override
	public Object of(AccountId account) {
		return this.accounts.find(account).map(this::of).orElseGet(Map::of);
	}

	private Map<String, Object> of(AccountSnapshot account) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("emailAddress", account.emailAsTyped());
		data.put("emailAddressForSending", account.email());
		data.put("emailAddressRefused", account.emailRefused());
		data.put("emailVerified", this.policy.countsAsVerified(account));
		data.put("registeredAt", account.createdAt().toString());
		data.put("operator", account.operator());
		Map<String, Boolean> preferences = mailPreferences(account.id());
		data.put("sendReminderEmails", preferences.get(ContractMailKinds.REMINDER));
		data.put("sendGroupEmails", preferences.get(ContractMailKinds.NEW_GROUP));
		data.put("mailPreferences", preferences);
		data.put("mailedLinks", this.links.of(account.id()).stream().map(AccountData::link).toList());
		data.put("mails", this.mails.of(account).stream().map(AccountData::mail).toList());
		data.put("revokedSessions", this.revocations.of(account.id()).stream().map(AccountData::revocation).toList());
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

	private static Map<String, @Nullable Object> mail(MailRecord mail) {
		Map<String, @Nullable Object> data = new LinkedHashMap<>();
		data.put("kind", mail.kind());
		data.put("to", mail.recipient());
		data.put("state", mail.state().name());
		data.put("createdAt", mail.createdAt().toString());
		data.put("finishedAt", (mail.finishedAt() != null) ? mail.finishedAt().toString() : null);
		return data;
	}

	private static Map<String, Object> revocation(Revocation revocation) {
		return Map.of("allSessions", revocation.allSessions(), "revokedAt", revocation.revokedAt().toString(),
				"storedUntil", revocation.storedUntil().toString());
	}

}
