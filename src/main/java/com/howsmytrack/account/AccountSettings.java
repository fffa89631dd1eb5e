package com.howsmytrack.account;

import java.time.Duration;

import com.howsmytrack.throttle.Rate;
import jakarta.validation.Valid;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param secretKey whose UTF-8 bytes sign the sessions
/// @param previousSecretKey what it was before, for as long as sessions of that time last; empty when it never changed
/// @param sessionLifetime how long a cookie is good for
/// @param refreshLimit how long after the password was typed a session may be prolonged
/// @param secureCookie whether browsers keep our cookies to HTTPS
/// @param endedSessionsInterval how often an instance asks which sessions others ended
/// @param resetLinkLifetime how long the link to a new password is good for
/// @param verifyAddresses whether mail about groups waits for the address to be verified
/// @param verificationLinkLifetime how long the link that verifies an address is good for
@Validated
@ConfigurationProperties("howsmytrack.account")
record AccountSettings(String secretKey, String previousSecretKey, Duration sessionLifetime, Duration refreshLimit,
		boolean secureCookie, Duration endedSessionsInterval, Duration resetLinkLifetime, boolean verifyAddresses,
		Duration verificationLinkLifetime, @Valid Throttles throttles) {

	/// How often what may be tried.
	///
	/// @param resetByAddress asking for a new password for one address
	/// @param resetByNetwork asking for new passwords from one network
	/// @param passwordProof typing the present password of an account that is signed in
	/// @param signInByNetwork typing wrong passwords, of whatever accounts, in one
	/// network
	/// @param signInByAccountAndNetwork typing wrong passwords of one account in one
	/// network
	/// @param signInByAccount typing wrong passwords of one account anywhere
	/// @param registrationByNetwork registering from one network
	/// @param registration registering, everybody together
	/// @param emailChange changing the address of one account
	/// @param verificationByAddress asking for another link that verifies one address
	record Throttles(@Valid Rate resetByAddress, @Valid Rate resetByNetwork, @Valid Rate passwordProof,
			@Valid Rate signInByNetwork, @Valid Rate signInByAccountAndNetwork, @Valid Rate signInByAccount,
			@Valid Rate registrationByNetwork, @Valid Rate registration, @Valid Rate emailChange,
			@Valid Rate verificationByAddress) {
	}

	/// Without the keys: records print everything they have.
	@Override
	public String toString() {
		return "AccountSettings[sessionLifetime=%s, refreshLimit=%s, secureCookie=%s]".formatted(this.sessionLifetime,
				this.refreshLimit, this.secureCookie);
	}

}
