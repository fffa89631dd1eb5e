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
import com.howsmytrack.graphql.Outcome;
import com.howsmytrack.graphql.UserError;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Where an operator shuts somebody out or lets them in again, and says who operates the service. All of it is part of the
/// caller's transaction, so that it can be noted there. Addresses may be in any case.
///
/// Somebody is always left who operates the service, unless they leave it. To see to that, whoever takes an operator away
/// holds all of them.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AdminAccounts {

	private static final UserError UNKNOWN_ACCOUNT = new UserError(new ErrorCode("UNKNOWN_ACCOUNT"),
			"There is no account for that email address.", "email");

	private static final UserError ACCOUNT_DISABLED = new UserError(new ErrorCode("ACCOUNT_DISABLED"),
			"This account is disabled. Enable it first.", "email");

	private static final UserError LAST_OPERATOR = new UserError(new ErrorCode("LAST_OPERATOR"),
			"This is the last operator. Make somebody else one first.", "email");

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

	/// Ends every session of the account and begins no more. What the member wrote stays.
	/// After the transaction, [#publishRevokedSessions] makes it true at once.
	public Outcome<AccountId> disable(String email) {
		List<AccountSnapshot> operators = this.accounts.lockOperators();
		return change(email, (account) -> {
			if (isLast(account, operators)) {
				return Outcome.failed(LAST_OPERATOR);
			}
			int generation = this.accounts.disable(account.id(), this.clock.instant()).sessionGeneration();
			this.revokedSessions.revokeBefore(account.id(), generation);
			return Outcome.succeeded(account.id());
		});
	}

	/// Lets this instance know which sessions were ended; the others hear of it within a
	/// second or two.
	@Transactional(propagation = Propagation.SUPPORTS)
	public void publishRevokedSessions() {
		this.revokedSessions.refresh();
	}

	/// Lets the member sign in again.
	public Outcome<AccountId> enable(String email) {
		return change(email, (account) -> {
			this.accounts.enable(account.id());
			return Outcome.succeeded(account.id());
		});
	}

	/// Lets the member operate the service.
	public Outcome<AccountId> grantOperator(String email) {
		return change(email, this::grant);
	}

	/// Lets the member operate the service no more, from their next request on.
	public Outcome<AccountId> revokeOperator(String email) {
		List<AccountSnapshot> operators = this.accounts.lockOperators();
		return change(email, (account) -> {
			if (isLast(account, operators)) {
				return Outcome.failed(LAST_OPERATOR);
			}
			this.accounts.revokeOperator(account.id());
			return Outcome.succeeded(account.id());
		});
	}

	/// Lets somebody operate the service, with an account or without: then one is made
	/// that no password fits until its owner chooses one by a link that only they get.
	public Outcome<Appointment> createOperator(String email) {
		Optional<EmailAddress> address = EmailAddress.parse(email);
		if (address.isEmpty()) {
			return Outcome.failed(AccountErrors.INVALID_EMAIL);
		}
		boolean isNew = find(email).isEmpty();
		if (isNew) {
			this.accounts.create(address.get(), this.dummyPasswordHash.value(), this.clock.instant());
		}
		return switch (grantOperator(email)) {
			case Outcome.Succeeded<AccountId>(AccountId account) -> Outcome.succeeded(new Appointment(account, isNew));
			case Outcome.Failed<AccountId>(UserError error) -> Outcome.failed(error);
		};
	}

	private Outcome<AccountId> grant(AccountSnapshot account) {
		if (account.disabled()) {
			return Outcome.failed(ACCOUNT_DISABLED);
		}
		this.accounts.grantOperator(account.id());
		return Outcome.succeeded(account.id());
	}

	private static boolean isLast(AccountSnapshot account, List<AccountSnapshot> operators) {
		return account.operator() && operators.stream()
			.filter((operator) -> !operator.disabled())
			.allMatch((operator) -> operator.id().equals(account.id()));
	}

	private Outcome<AccountId> change(String email, Function<AccountSnapshot, Outcome<AccountId>> change) {
		return find(email).map(change).orElseGet(() -> Outcome.failed(UNKNOWN_ACCOUNT));
	}

	private Optional<AccountSnapshot> find(String email) {
		return EmailAddress.parse(email).flatMap(this.accounts::lockByEmail);
	}

	/// Somebody operates the service.
	///
	/// @param isNew whether the account was made for it
	public record Appointment(AccountId account, boolean isNew) {
	}

}
