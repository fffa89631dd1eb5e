package com.howsmytrack.account.link;

import java.time.Instant;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.core.AccountSnapshot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Persistable;

/// A link that was mailed to the address of an account. Only the hash of its secret is stored.
@Entity
class MailedLink implements Persistable<byte[]> {

	@Id
	private byte[] tokenHash;

	@Enumerated(EnumType.STRING)
	@Column(nullable = false)
	private LinkPurpose purpose;

	@Column(nullable = false)
	private long accountId;

	@Column(nullable = false)
	private String address;

	/// The generation of the account's sessions when the link was created; null if the
	/// purpose does not depend on it.
	private @Nullable Integer generation;

	@Column(nullable = false)
	private Instant expiresAt;

	MailedLink(byte[] tokenHash, LinkPurpose purpose, AccountSnapshot account, Instant expiresAt) {
		this.tokenHash = tokenHash;
		this.purpose = purpose;
		this.accountId = account.id().value();
		this.address = account.email();
		this.generation = purpose.isInvalidatedByPasswordChange() ? account.sessionGeneration() : null;
		this.expiresAt = expiresAt;
	}

	@SuppressWarnings("NullAway.Init")
	protected MailedLink() {
	}

	StoredLink stored() {
		return new StoredLink(this.purpose, this.address, this.expiresAt);
	}

	AccountId account() {
		return new AccountId(this.accountId);
	}

	/// @param account the current state of the link's account
	boolean isValid(LinkPurpose usedFor, AccountSnapshot account, Instant now) {
		return this.purpose == usedFor && this.expiresAt.isAfter(now) && account.email().equalsIgnoreCase(this.address)
				&& (this.generation == null || this.generation == account.sessionGeneration());
	}

	@Override
	public byte[] getId() {
		return this.tokenHash;
	}

	/// Links are saved once, so that saving needs no query for an existing row.
	@Override
	public boolean isNew() {
		return true;
	}

}
