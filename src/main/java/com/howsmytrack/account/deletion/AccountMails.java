package com.howsmytrack.account.deletion;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.core.AccountSnapshot;
import com.howsmytrack.account.link.MailedLinkService;
import com.howsmytrack.account.link.StoredLink;
import com.howsmytrack.mail.MailRecord;
import com.howsmytrack.mail.Outbox;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The stored mails of an account. Most of them have its id. A mail for a password reset gets the id when it is sent;
/// until then it is found by the addresses of the account.
@Component
class AccountMails {

	private final AccountService accounts;

	private final MailedLinkService links;

	private final Outbox outbox;

	AccountMails(AccountService accounts, MailedLinkService links, Outbox outbox) {
		this.accounts = accounts;
		this.links = links;
		this.outbox = outbox;
	}

	/// The oldest first.
	@Transactional(readOnly = true)
	public List<MailRecord> of(AccountSnapshot account) {
		return this.outbox.mailsTo(account.id().value(), addresses(account));
	}

	/// Deletes the mails without the id of the account, in the transaction that deletes
	/// the account. The foreign key deletes the others.
	@Transactional(propagation = Propagation.MANDATORY)
	public void deleteAboutNoAccount(AccountSnapshot account) {
		this.outbox.deleteAboutNoAccount(addresses(account));
	}

	/// The current address, and those former addresses that are stored. Another account
	/// may have a former address now, or an imported twin the same address in another
	/// case: then its mails are not those of this account.
	private Set<String> addresses(AccountSnapshot account) {
		Set<String> addresses = this.outbox.addressesOf(account.id().value());
		this.links.of(account.id()).stream().map(StoredLink::address).forEach(addresses::add);
		addresses.add(account.email());
		return addresses.stream().filter(isOnlyOf(account.id())).collect(Collectors.toSet());
	}

	private Predicate<String> isOnlyOf(AccountId account) {
		return (address) -> this.accounts.findByEmail(address).stream().allMatch((found) -> found.id().equals(account));
	}

}
