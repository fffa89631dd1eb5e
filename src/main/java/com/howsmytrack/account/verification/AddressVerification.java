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
import com.howsmytrack.account.link.MailedLinks;
import com.howsmytrack.account.link.MailedLinks.Purpose;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.mail.Mail;
import com.howsmytrack.mail.Outbox;
import com.howsmytrack.ratelimit.RateLimit;
import com.howsmytrack.ratelimit.RateLimiter;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Finds out whether an address is that of the person who gave it to us: a letter brings a link, and who follows it
/// reads the letters. Until then the account works as ever, but nothing is mailed there that nobody asked for.
@Component
public class AddressVerification {

	private final AccountService accounts;

	private final MailedLinks links;

	private final Outbox outbox;

	private final TransactionOperations transactions;

	private final RateLimit byAddress;

	private final AddressVerificationPolicy policy;

	private final Clock clock;

	AddressVerification(AccountService accounts, MailedLinks links, Outbox outbox, TransactionOperations transactions,
			AddressVerificationPolicy policy, RateLimiter rateLimiter, AccountSettings settings, Clock clock) {
		this.accounts = accounts;
		this.links = links;
		this.outbox = outbox;
		this.transactions = transactions;
		this.byAddress = rateLimiter.of("verification-by-address", settings.rateLimits().verificationByAddress());
		this.policy = policy;
		this.clock = clock;
	}

	/// Whether a letter to that address is not one too many: it may be a stranger's. Ask
	/// before the transaction.
	public boolean mayWriteTo(String address) {
		return refusalToWriteTo(address).isEmpty();
	}

	private Optional<UserError> refusalToWriteTo(String address) {
		return this.byAddress.tryOnce(address.toLowerCase(Locale.ROOT)).map(AccountErrors::tooManyAttempts);
	}

	/// Sends the first letter to a new address, within the transaction that stores it.
	public void begin(AccountSnapshot account) {
		if (this.policy.areRequired()) {
			this.outbox.add(new Mail(AddressVerificationMail.KIND, account.id().value(), account.email(), Map.of()));
		}
	}

	/// Sends another letter. Empty when it will go out.
	Optional<UserError> sendAgain(AccountId member) {
		Optional<AccountSnapshot> account = this.accounts.find(member);
		if (account.isEmpty()) {
			return Optional.of(UserError.NOT_LOGGED_IN);
		}
		if (this.policy.countsAsVerified(account.get())) {
			return Optional.of(AccountErrors.ALREADY_VERIFIED);
		}
		Optional<UserError> error = refusalToWriteTo(account.get().email());
		if (error.isEmpty()) {
			this.transactions.executeWithoutResult((_) -> begin(account.get()));
		}
		return error;
	}

	boolean isGood(String token) {
		return this.links.isGood(Purpose.VERIFY_ADDRESS, token);
	}

	/// Whether the link was good, and so the address is verified.
	boolean verify(String token) {
		return Boolean.TRUE.equals(this.transactions.execute((_) -> {
			Optional<AccountSnapshot> owner = this.links.redeem(Purpose.VERIFY_ADDRESS, token);
			owner.ifPresent((account) -> this.accounts.verifyEmail(account.id(), this.clock.instant()));
			return owner.isPresent();
		}));
	}

}
