package com.howsmytrack.account.admin;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.core.AccountErrors;
import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.core.AccountSnapshot;
import com.howsmytrack.account.core.EmailAddress;
import com.howsmytrack.account.password.DummyPasswordHash;
import com.howsmytrack.account.session.RevokedSessions;
import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.Ids;
import com.howsmytrack.graphql.Outcome;
import com.howsmytrack.graphql.UserError;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Disables and enables accounts, and grants and revokes the operator role. Each method runs in the caller's
/// transaction, which also writes the audit log.
///
/// At least one enabled operator always remains. To ensure this, a transaction that removes an operator locks the rows
/// of all operators.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AdminAccounts {

	private static final ErrorCode UNKNOWN_ACCOUNT = new ErrorCode("UNKNOWN_ACCOUNT");

	private static final ErrorCode ACCOUNT_DISABLED = new ErrorCode("ACCOUNT_DISABLED");

	private static final ErrorCode LAST_OPERATOR = new ErrorCode("LAST_OPERATOR");

	private static final UserError ID_OR_EMAIL_REQUIRED = new UserError(new ErrorCode("ID_OR_EMAIL_REQUIRED"),
			"Give either the id or the email address of the account.", null);

	private final AccountService accounts;

	private final RevokedSessions revokedSessions;

	private final DummyPasswordHash dummyPasswordHash;

	private final Clock clock;

	AdminAccounts(AccountService accounts, RevokedSessions revokedSessions, DummyPasswordHash dummyPasswordHash,
			Clock clock) {
		this.accounts = accounts;
		this.revokedSessions = revokedSessions;
		this.dummyPasswordHash = dummyPasswordHash;
		this.clock = clock;
	}

	/// Revokes all sessions and the operator role of the account and prevents new
	/// sessions. The member's texts are kept. Call [#publishRevokedSessions] after the
	/// transaction.
	Outcome<AccountId> disable(AccountReference reference) {
		List<AccountSnapshot> operators = this.accounts.lockOperators();
		return change(reference, (account) -> {
			if (account.isLastOf(operators)) {
				return lastOperator(reference);
			}
			int generation = this.accounts.disable(account.id(), this.clock.instant()).sessionGeneration();
			this.revokedSessions.revokeBefore(account.id(), generation);
			return Outcome.succeeded(account.id());
		});
	}

	/// Makes this instance read the revoked sessions now. Other instances read them
	/// within about two seconds.
	@Transactional(propagation = Propagation.SUPPORTS)
	public void publishRevokedSessions() {
		this.revokedSessions.refresh();
	}

	/// The member can sign in again, without the operator role.
	Outcome<AccountId> enable(AccountReference reference) {
		return change(reference, (account) -> {
			this.accounts.enable(account.id());
			return Outcome.succeeded(account.id());
		});
	}

	Outcome<AccountId> grantOperator(AccountReference reference) {
		return change(reference, (account) -> grant(account, reference));
	}

	/// Takes effect with the next request of the member.
	Outcome<AccountId> revokeOperator(AccountReference reference) {
		List<AccountSnapshot> operators = this.accounts.lockOperators();
		return change(reference, (account) -> {
			if (account.isLastOf(operators)) {
				return lastOperator(reference);
			}
			this.accounts.revokeOperator(account.id());
			return Outcome.succeeded(account.id());
		});
	}

	/// Grants the operator role, and creates the account if there is none. A new account
	/// cannot be used until its owner sets a password with a mailed link.
	public Outcome<Appointment> createOperator(String email) {
		Optional<EmailAddress> address = EmailAddress.parse(email);
		if (address.isEmpty()) {
			return Outcome.failed(AccountErrors.INVALID_EMAIL);
		}
		AccountReference reference = new AccountReference(null, email);
		boolean isNew = find(reference).isEmpty();
		if (isNew) {
			this.accounts.create(address.get(), this.dummyPasswordHash.value(), this.clock.instant());
		}
		return switch (grantOperator(reference)) {
			case Outcome.Succeeded<AccountId>(AccountId account) -> Outcome.succeeded(new Appointment(account, isNew));
			case Outcome.Failed<AccountId>(UserError error) -> Outcome.failed(error);
		};
	}

	private Outcome<AccountId> grant(AccountSnapshot account, AccountReference reference) {
		if (account.disabled()) {
			return Outcome.failed(new UserError(ACCOUNT_DISABLED, "This account is disabled. Enable it first.",
					reference.argument()));
		}
		this.accounts.grantOperator(account.id());
		return Outcome.succeeded(account.id());
	}

	private static Outcome<AccountId> lastOperator(AccountReference reference) {
		return Outcome.failed(new UserError(LAST_OPERATOR,
				"This is the last operator. Make another member an operator first.", reference.argument()));
	}

	private Outcome<AccountId> change(AccountReference reference,
			Function<AccountSnapshot, Outcome<AccountId>> change) {
		if (!reference.isComplete()) {
			return Outcome.failed(ID_OR_EMAIL_REQUIRED);
		}
		return find(reference).map(change)
			.orElseGet(() -> Outcome
				.failed(new UserError(UNKNOWN_ACCOUNT, (reference.id() != null) ? "There is no account with that id."
						: "There is no account for that email address.", reference.argument())));
	}

	private Optional<AccountSnapshot> find(AccountReference reference) {
		if (reference.id() != null) {
			return this.accounts.lock(new AccountId(Ids.of(reference.id())));
		}
		return Optional.ofNullable(reference.email()).flatMap(EmailAddress::parse).flatMap(this.accounts::lockByEmail);
	}

	/// A granted operator role.
	///
	/// @param isNew whether the account was created
	public record Appointment(AccountId account, boolean isNew) {
	}

}
