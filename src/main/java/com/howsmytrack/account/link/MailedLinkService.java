package com.howsmytrack.account.link;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.core.AccountSnapshot;
import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Creates and redeems the secrets of mailed links. A caller with a valid secret has access to the mails of the
/// address. A secret can be used for one purpose, once, while the account still has the address.
///
/// SHA-256 without a salt is enough for the stored hashes: secrets of 256 random bits cannot be guessed.
@Component
public class MailedLinkService {

	private static final int TOKEN_BYTES = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final MailedLinks links;

	private final AccountService accounts;

	private final Clock clock;

	MailedLinkService(MailedLinks links, AccountService accounts, Clock clock) {
		this.links = links;
		this.accounts = accounts;
		this.clock = clock;
	}

	/// Creates a secret. Earlier secrets stay valid, because a mail may be written and
	/// sent twice. Expired secrets of the account are deleted.
	@Transactional
	public String create(LinkPurpose purpose, AccountSnapshot account, Duration lifetime) {
		this.links.deleteExpired(account.id().value(), this.clock.instant());
		byte[] token = new byte[TOKEN_BYTES];
		RANDOM.nextBytes(token);
		String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
		this.links.save(new MailedLink(hash(secret), purpose, account, this.clock.instant().plus(lifetime)));
		return secret;
	}

	/// All stored links of an account, also the expired ones.
	public List<StoredLink> of(AccountId account) {
		return this.links.findByAccount(account.value()).stream().map(MailedLink::stored).toList();
	}

	public boolean isValid(LinkPurpose purpose, String secret) {
		return findOwner(purpose, secret).isPresent();
	}

	/// The account of the link. Empty if the secret is unknown, used, expired or no
	/// longer valid.
	public Optional<AccountId> findOwner(LinkPurpose purpose, String secret) {
		return this.links.findByTokenHash(hash(secret))
			.flatMap((link) -> this.accounts.find(link.account())
				.filter((account) -> link.isValid(purpose, account, this.clock.instant())))
			.map(AccountSnapshot::id);
	}

	/// Makes the link invalid, in the caller's transaction. The account is locked first,
	/// so that its state and the link cannot change until the transaction ends.
	/// @return the locked account; empty as in [#findOwner]
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<AccountSnapshot> redeem(LinkPurpose purpose, String secret) {
		byte[] hash = hash(secret);
		return this.links.findByTokenHash(hash)
			.flatMap((link) -> this.accounts.lock(link.account())
				.filter((account) -> link.isValid(purpose, account, this.clock.instant())))
			.filter((_) -> this.links.deleteByTokenHash(hash) == 1);
	}

	private static byte[] hash(String secret) {
		return DigestUtils.sha256(secret);
	}

}
