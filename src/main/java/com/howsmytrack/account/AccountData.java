package com.howsmytrack.account;

import java.util.LinkedHashMap;
import java.util.Map;

import com.howsmytrack.mail.MailRecord;
import com.howsmytrack.mail.Outbox;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The account itself, and the letters we sent.
@Component
@Order(0)
class AccountData implements PersonalData {

	private final Accounts accounts;

	private final VerifiedAddresses verifiedAddresses;

	private final Outbox outbox;

	AccountData(Accounts accounts, VerifiedAddresses verifiedAddresses, Outbox outbox) {
		this.accounts = accounts;
		this.verifiedAddresses = verifiedAddresses;
		this.outbox = outbox;
	}

	@Override
	public String section() {
		return "account";
	}

	@Override
	public Object of(AccountId person) {
		Map<String, Object> data = new LinkedHashMap<>();
		this.accounts.findById(person.value()).ifPresent((account) -> {
			data.put("emailAddress", account.email());
			data.put("emailVerified", this.verifiedAddresses.include(account));
			data.put("registeredAt", account.createdAt().toString());
			data.put("sendReminderEmails", account.wants(Account.REMINDER));
			data.put("sendGroupEmails", account.wants(Account.NEW_GROUP));
			data.put("operator", account.isOperator());
		});
		data.put("mails", this.outbox.mailsTo(person.value()).stream().map(AccountData::mail).toList());
		return data;
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
