package com.howsmytrack.account.deletion;

import java.util.LinkedHashMap;
import java.util.Map;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.PersonalData;
import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.core.ContractMailKinds;
import com.howsmytrack.account.verification.AddressVerificationPolicy;
import com.howsmytrack.mail.MailRecord;
import com.howsmytrack.mail.Outbox;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The account itself, and the letters we sent.
@Component
@Order(0)
class AccountData implements PersonalData {

	private final AccountService accounts;

	private final AddressVerificationPolicy policy;

	private final Outbox outbox;

	AccountData(AccountService accounts, AddressVerificationPolicy policy, Outbox outbox) {
		this.accounts = accounts;
		this.policy = policy;
		this.outbox = outbox;
	}

	@Override
	public String section() {
		return "account";
	}

	@Override
	public Object of(AccountId person) {
		Map<String, Object> data = new LinkedHashMap<>();
		this.accounts.find(person).ifPresent((account) -> {
			data.put("emailAddress", account.email());
			data.put("emailVerified", this.policy.countsAsVerified(account));
			data.put("registeredAt", account.createdAt().toString());
			data.put("sendReminderEmails", account.wants(ContractMailKinds.REMINDER));
			data.put("sendGroupEmails", account.wants(ContractMailKinds.NEW_GROUP));
			data.put("operator", account.operator());
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
