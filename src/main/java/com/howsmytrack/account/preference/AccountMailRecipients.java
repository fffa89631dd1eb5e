package com.howsmytrack.account.preference;

import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.MailRecipients;
import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.verification.AddressVerificationPolicy;
import com.howsmytrack.mail.MailKind;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class AccountMailRecipients implements MailRecipients {

	private final AccountService accounts;

	private final AddressVerificationPolicy verificationPolicy;

	private final UnsubscribeLinks unsubscribeLinks;

	AccountMailRecipients(AccountService accounts, AddressVerificationPolicy verificationPolicy,
			UnsubscribeLinks unsubscribeLinks) {
		this.accounts = accounts;
		this.verificationPolicy = verificationPolicy;
		this.unsubscribeLinks = unsubscribeLinks;
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<MailRecipient> of(MailKind kind, long account) {
		return this.accounts.find(new AccountId(account))
			.filter((found) -> !found.disabled() && found.wants(kind.name())
					&& this.verificationPolicy.countsAsVerified(found))
			.map((found) -> new MailRecipient(found.email(), this.unsubscribeLinks.of(kind, found.unsubscribeKey())));
	}

}
