package com.howsmytrack.account.core;

import java.time.Duration;

import com.howsmytrack.ratelimit.Rate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Settings of the whole module, read from `howsmytrack.account`.
///
/// @param passwordHash the cost of a password hash; hashes of another cost are replaced at the next sign-in
/// @param secretKey the key that signs session tokens, as UTF-8 text
/// @param previousSecretKey the previous key, needed until the sessions that it signed have expired; empty if there is
/// none
/// @param sessionLifetime how long a session cookie is valid
/// @param refreshLimit how long after the sign-in a session can be refreshed
/// @param secureCookie whether browsers send our cookies over HTTPS only
/// @param revokedSessionsInterval how often an instance reads the sessions that other instances revoked
/// @param resetLinkLifetime how long a mailed link to a new password is valid
/// @param verifyAddresses whether requests and mails about groups need a verified address
/// @param verificationLinkLifetime how long a mailed link that verifies an address is valid
@Validated
@ConfigurationProperties("howsmytrack.account")
public record AccountSettings(@Valid PasswordHash passwordHash, String secretKey, String previousSecretKey,
		Duration sessionLifetime, Duration refreshLimit, boolean secureCookie, Duration revokedSessionsInterval,
		Duration resetLinkLifetime, boolean verifyAddresses, Duration verificationLinkLifetime,
		@Valid RateLimits rateLimits) {

	/// The cost of Argon2id.
	///
	/// @param memory the memory of one hash
	/// @param passes how often a hash passes over its memory
	public record PasswordHash(DataSize memory, @Min(1) int passes) {
	}

	/// Rate limits of the module's operations.
	///
	/// @param resetByAddress requests for a new password for one address
	/// @param resetByNetwork requests for new passwords from one network
	/// @param passwordProof checks of the current password of a signed-in member
	/// @param wrongPasswordByNetwork wrong passwords from one network, for all accounts
	/// together
	/// @param wrongPasswordByAccountAndNetwork wrong passwords for one account from one
	/// network
	/// @param wrongPasswordByAccount wrong passwords for one account from any network
	/// @param signInByNetwork all sign-in attempts from one network
	/// @param signInByAccount all sign-in attempts for one account
	/// @param passwordByLink new passwords for one account by mailed links
	/// @param registrationTryByNetwork attempts to register from one network, successful
	/// or not
	/// @param registrationByNetwork registrations from one network
	/// @param registration all registrations
	/// @param emailChange changes of the address of one account
	/// @param verificationByAddress verification mails to one address
	public record RateLimits(@Valid Rate resetByAddress, @Valid Rate resetByNetwork, @Valid Rate passwordProof,
			@Valid Rate wrongPasswordByNetwork, @Valid Rate wrongPasswordByAccountAndNetwork,
			@Valid Rate wrongPasswordByAccount, @Valid Rate signInByNetwork, @Valid Rate signInByAccount,
			@Valid Rate passwordByLink, @Valid Rate registrationTryByNetwork, @Valid Rate registrationByNetwork,
			@Valid Rate registration, @Valid Rate emailChange, @Valid Rate verificationByAddress) {
	}

	/// Leaves out the secret keys.
	@Override
	public String toString() {
		return "AccountSettings[sessionLifetime=%s, refreshLimit=%s, secureCookie=%s]".formatted(this.sessionLifetime,
				this.refreshLimit, this.secureCookie);
	}

}
