package com.howsmytrack.account;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// A person who registered. Only what changed is written, so that two changes at once do not undo each other.
@Entity
@DynamicUpdate
class Account {

	/// Names of mail kinds.
	static final String REMINDER = "reminder";

	static final String NEW_GROUP = "new-group";

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Column(nullable = false)
	private String email;

	/// Null while nobody has shown that mail to the address reaches them.
	private @Nullable Instant emailVerifiedAt;

	/// Its address differs from another's in case alone, as the service before this one
	/// allowed.
	@Column(nullable = false)
	private boolean importedTwin;

	@Column(nullable = false)
	private String passwordHash;

	@Column(nullable = false)
	private boolean sendReminderEmails = true;

	@Column(nullable = false)
	private boolean sendGroupEmails = true;

	@Column(nullable = false)
	private boolean operator;

	/// Sessions of an earlier one are over.
	@Column(nullable = false)
	private int sessionGeneration;

	/// The database deals it.
	@Column(insertable = false, updatable = false)
	private @Nullable UUID unsubscribeKey;

	@Column(nullable = false)
	private Instant createdAt;

	private @Nullable Instant disabledAt;

	Account(EmailAddress email, String passwordHash, Instant createdAt) {
		this.email = email.value();
		this.passwordHash = passwordHash;
		this.createdAt = createdAt;
	}

	@SuppressWarnings("NullAway.Init")
	protected Account() {
	}

	AccountId id() {
		return new AccountId(Objects.requireNonNull(this.id, "not stored yet"));
	}

	String email() {
		return this.email;
	}

	String passwordHash() {
		return this.passwordHash;
	}

	boolean isOperator() {
		return this.operator;
	}

	void appoint() {
		this.operator = true;
	}

	void dismiss() {
		this.operator = false;
	}

	boolean wants(String mailKind) {
		return switch (mailKind) {
			case REMINDER -> this.sendReminderEmails;
			case NEW_GROUP -> this.sendGroupEmails;
			default -> true;
		};
	}

	void setMailPreference(String mailKind, boolean wanted) {
		switch (mailKind) {
			case REMINDER -> this.sendReminderEmails = wanted;
			case NEW_GROUP -> this.sendGroupEmails = wanted;
			default -> throw new IllegalArgumentException("No preference for the mail kind " + mailKind);
		}
	}

	UUID unsubscribeKey() {
		return Objects.requireNonNull(this.unsubscribeKey, "not stored yet");
	}

	int sessionGeneration() {
		return this.sessionGeneration;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	boolean isDisabled() {
		return this.disabledAt != null;
	}

	/// Its sessions are over.
	void disable(Instant now) {
		this.disabledAt = now;
		endSessions();
	}

	void enable() {
		this.disabledAt = null;
	}

	/// A new generation of sessions begins with it.
	void changePassword(String newHash) {
		this.passwordHash = newHash;
		endSessions();
	}

	void endSessions() {
		this.sessionGeneration++;
	}

	boolean hasVerifiedEmail() {
		return this.emailVerifiedAt != null;
	}

	boolean isTwin() {
		return this.importedTwin;
	}

	/// Whether this is its address, in whatever case.
	boolean isAt(String address) {
		return this.email.equalsIgnoreCase(address);
	}

	/// The first time counts.
	void verifyEmail(Instant now) {
		if (this.emailVerifiedAt == null) {
			this.emailVerifiedAt = now;
		}
	}

	/// Another address has to be verified anew, the same in another case does not.
	/// Whoever moves is nobody's twin any more.
	void moveTo(EmailAddress address) {
		if (!isAt(address.value())) {
			this.emailVerifiedAt = null;
		}
		this.email = address.value();
		this.importedTwin = false;
	}

}
