package com.howsmytrack.account;

import java.time.Duration;

import com.howsmytrack.ratelimit.Rate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param passwordHash what hashing a password costs; hashes that cost something else are made anew at the next sign-in
/// @param secretKey whose UTF-8 bytes sign the sessions
/// @param previousSecretKey what it was before, for as long as sessions of that time last; empty when it never changed
/// @param sessionLifetime how long a cookie is good for
/// @param refreshLimit how long after the password was typed a session may be prolonged
/// @param secureCookie whether browsers keep our cookies to HTTPS
/// @param revokedSessionsInterval how often an instance asks which sessions others ended
/// @param resetLinkLifetime how long the link to a new password is good for
/// @param verifyAddresses whether mail about groups waits for the address to be verified
/// @param verificationLinkLifetime how long the link that verifies an address is good for
@Validated
@ConfigurationProperties("howsmytrack.account")
record AccountSettings(@Valid PasswordHash passwordHash, String secretKey, String previousSecretKey,
		Duration sessionLifetime, Duration refreshLimit, boolean secureCookie, Duration revokedSessionsInterval,
		Duration resetLinkLifetime, boolean verifyAddresses, Duration verificationLinkLifetime,
		@Valid RateLimits rateLimits) {

	/// The costs of Argon2id.
	///
	/// @param memory that one hash takes
	/// @param passes over that memory
	record PasswordHash(DataSize memory, @Min(1) int passes) {
	}

	/// How often what may be tried.
	///
	/// @param resetByAddress asking for a new password for one address
	/// @param resetByNetwork asking for new passwords from one network
	/// @param passwordProof typing the present password of an account that is signed in
	/// @param wrongPasswordByNetwork typing wrong passwords, of whatever accounts, in one
	/// network
	/// @param wrongPasswordByAccountAndNetwork typing wrong passwords of one account in
	/// one network
	/// @param wrongPasswordByAccount typing wrong passwords of one account anywhere
	/// @param signInByNetwork typing any passwords in one network
	/// @param signInByAccount typing any passwords of one account
	/// @param passwordByLink choosing a new password for one account by links
	/// @param registrationTryByNetwork trying to register from one network, in vain or
	/// not
	/// @param registrationByNetwork registering from one network
	/// @param registration registering, everybody together
	/// @param emailChange changing the address of one account
	/// @param verificationByAddress asking for another link that verifies one address
	record RateLimits(@Valid Rate resetByAddress, @Valid Rate resetByNetwork, @Valid Rate passwordProof,
			@Valid Rate wrongPasswordByNetwork, @Valid Rate wrongPasswordByAccountAndNetwork,
			@Valid Rate wrongPasswordByAccount, @Valid Rate signInByNetwork, @Valid Rate signInByAccount,
			@Valid Rate passwordByLink, @Valid Rate registrationTryByNetwork, @Valid Rate registrationByNetwork,
			@Valid Rate registration, @Valid Rate emailChange, @Valid Rate verificationByAddress) {
	}

	/// Without the keys: records print everything they have.
	@Override
	public String toString() {
		return "AccountSettings[sessionLifetime=%s, refreshLimit=%s, secureCookie=%s]".formatted(this.sessionLifetime,
				this.refreshLimit, this.secureCookie);
	}

}
