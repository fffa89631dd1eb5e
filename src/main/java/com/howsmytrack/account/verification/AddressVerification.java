package com.howsmytrack.account.verification;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.core.AccountErrors;
import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.core.AccountSettings;
import com.howsmytrack.account.core.AccountSnapshot;
import com.howsmytrack.account.link.LinkPurpose;
import com.howsmytrack.account.link.MailedLinkService;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.mail.Mail;
import com.howsmytrack.mail.Outbox;
import com.howsmytrack.ratelimit.RateLimit;
import com.howsmytrack.ratelimit.RateLimiter;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Verifies that mail to an address reaches the owner of the account: the member opens a mailed link. Until then, the
/// address gets only mails that the member asked for.
@Component
public class AddressVerification {

	private final AccountService accounts;

	private final MailedLinkService links;

	private final Outbox outbox;

	private final TransactionOperations transactions;

	private final RateLimit byAddress;

	private final AddressVerificationPolicy policy;

	private final Clock clock;

	AddressVerification(AccountService accounts, MailedLinkService links, Outbox outbox,
			TransactionOperations transactions, AddressVerificationPolicy policy, RateLimiter rateLimiter,
			AccountSettings settings, Clock clock) {
		this.accounts = accounts;
		this.links = links;
		this.outbox = outbox;
		this.transactions = transactions;
		this.byAddress = rateLimiter.of("verification-by-address", settings.rateLimits().verificationByAddress());
		this.policy = policy;
		this.clock = clock;
	}

	/// Counts a mail to this address and returns whether the rate limit allows it. There
	/// is a limit, because the address may belong to another person. Call it before the
	/// transaction.
	public boolean allowsMailTo(String address) {
		return checkRateLimit(address).isEmpty();
	}

	private Optional<UserError> checkRateLimit(String address) {
		return this.byAddress.tryOnce(address.toLowerCase(Locale.ROOT)).map(AccountErrors::tooManyAttempts);
	}

	/// Queues the first verification mail for an address, in the transaction that stores
	/// the address.
	public void begin(AccountSnapshot account) {
		if (this.policy.areRequired()) {
			queue(account);
		}
	}

	private void queue(AccountSnapshot account) {
		this.outbox.add(new Mail(AddressVerificationMail.KIND, account.id().value(), account.email(), Map.of()));
	}

	/// Queues another verification mail. Empty if it was queued. A marked address can be
	/// verified again, which ends the mark.
	Optional<UserError> sendAgain(AccountId member) {
		Optional<AccountSnapshot> account = this.accounts.find(member);
		if (account.isEmpty()) {
			return Optional.of(UserError.NOT_LOGGED_IN);
		}
		if (this.policy.countsAsVerified(account.get()) && !account.get().emailRefused()) {
			return Optional.of(VerificationErrors.ALREADY_VERIFIED);
		}
		Optional<UserError> error = checkRateLimit(account.get().email());
		if (error.isEmpty()) {
			this.transactions.executeWithoutResult((_) -> queue(account.get()));
		}
		return error;
	}

	boolean isValid(String token) {
		return this.links.isValid(LinkPurpose.VERIFY_ADDRESS, token);
	}

	/// Verifies the address. False if the link is not valid.
	boolean verify(String token) {
		return Boolean.TRUE.equals(this.transactions.execute((_) -> {
			Optional<AccountSnapshot> owner = this.links.redeem(LinkPurpose.VERIFY_ADDRESS, token);
			owner.ifPresent((account) -> this.accounts.verifyEmail(account.id(), this.clock.instant()));
			return owner.isPresent();
		}));
	}

}
