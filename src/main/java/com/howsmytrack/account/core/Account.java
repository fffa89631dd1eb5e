package com.howsmytrack.account.core;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import com.howsmytrack.account.AccountId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// A registered person. An update writes the changed columns only, so that two transactions that change different
/// columns do not undo each other.
@Entity
@DynamicUpdate
class Account {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Column(nullable = false)
	private String email;

	/// The address as members see it. Null if that is the same.
	private @Nullable String emailAsTyped;

	/// How many mails in a row the mail server refused because of the address.
	@Column(nullable = false)
	private int emailRefusals;

	/// When these were enough to mark the address. Null if it is not marked.
	private @Nullable Instant emailRefusedAt;

	/// Null until the address is verified.
	private @Nullable Instant emailVerifiedAt;

	/// Whether the address differs from the address of another account in letter case
	/// only. This is possible for imported accounts only.
	@Column(nullable = false)
	private boolean importedTwin;

	@Column(nullable = false)
	private String passwordHash;

	@Column(nullable = false)
	private boolean operator;

	/// Sessions of earlier generations are revoked.
	@Column(nullable = false)
	private int sessionGeneration;

	@Column(nullable = false)
	private UUID unsubscribeKey;

	@Column(nullable = false)
	private Instant createdAt;

	private @Nullable Instant disabledAt;

	Account(EmailAddress email, String passwordHash, Instant createdAt) {
		this.email = email.value();
		this.emailAsTyped = typed(email);
		this.passwordHash = passwordHash;
		this.unsubscribeKey = UUID.randomUUID();
		this.createdAt = createdAt;
	}

	@SuppressWarnings("NullAway.Init")
	protected Account() {
	}

	AccountSnapshot snapshot() {
		return new AccountSnapshot(new AccountId(Objects.requireNonNull(this.id, "not stored yet")), this.email,
				Objects.requireNonNullElse(this.emailAsTyped, this.email), this.emailVerifiedAt != null,
				this.emailRefusedAt != null, this.importedTwin, this.passwordHash, this.sessionGeneration,
				this.operator, this.disabledAt != null, this.unsubscribeKey, this.createdAt);
	}

	void grantOperator() {
		this.operator = true;
	}

	void revokeOperator() {
		this.operator = false;
	}

	/// Revokes the sessions and the operator role of the account: whoever enables it
	/// again must grant the role with a reason of its own.
	void disable(Instant now) {
		this.disabledAt = now;
		this.operator = false;
		startSessionGeneration();
	}

	void enable() {
		this.disabledAt = null;
	}

	/// Revokes the sessions and the unsubscribe links of the account.
	void changePassword(String newHash) {
		this.passwordHash = newHash;
		this.unsubscribeKey = UUID.randomUUID();
		startSessionGeneration();
	}

	private void startSessionGeneration() {
		this.sessionGeneration++;
	}

	/// Keeps the time of the first verification. Whoever verifies the address has
	/// received a mail there.
	void verifyEmail(Instant now) {
		forgetRefusals();
		if (this.emailVerifiedAt == null) {
			this.emailVerifiedAt = now;
		}
	}

	/// A different address must be verified again, and the unsubscribe links in mails to
	/// the former address become invalid; the same address in another case keeps both.
	/// The account is no longer a twin, because no other account has its new address.
	void changeEmail(EmailAddress address) {
		if (!this.email.equalsIgnoreCase(address.value())) {
			this.emailVerifiedAt = null;
			this.unsubscribeKey = UUID.randomUUID();
			forgetRefusals();
		}
		this.email = address.value();
		this.emailAsTyped = typed(address);
		this.importedTwin = false;
	}

	private static @Nullable String typed(EmailAddress address) {
		return address.typed().equals(address.value()) ? null : address.typed();
	}

	private void forgetRefusals() {
		this.emailRefusals = 0;
		this.emailRefusedAt = null;
	}

}
