package com.howsmytrack.account;

import java.time.Instant;
import java.util.Objects;

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

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Column(nullable = false)
	private String email;

	@Column(nullable = false)
	private String passwordHash;

	@Column(nullable = false)
	private boolean sendReminderEmails = true;

	@Column(nullable = false)
	private boolean operator;

	@Column(nullable = false)
	private Instant createdAt;

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

	void moveTo(EmailAddress address) {
		this.email = address.value();
	}

	void wishForReminders(boolean wanted) {
		this.sendReminderEmails = wanted;
	}

}
