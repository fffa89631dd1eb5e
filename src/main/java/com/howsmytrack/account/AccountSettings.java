package com.howsmytrack.account;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param secretKey whose UTF-8 bytes sign the sessions
/// @param sessionLifetime how long a cookie is good for
/// @param refreshLimit how long after the password was typed a session may be prolonged
/// @param secureCookie whether browsers keep the cookie to HTTPS
@ConfigurationProperties("howsmytrack.account")
record AccountSettings(String secretKey, Duration sessionLifetime, Duration refreshLimit, boolean secureCookie) {

	/// Without the key: records print everything they have.
	@Override
	public String toString() {
		return "AccountSettings[sessionLifetime=%s, refreshLimit=%s, secureCookie=%s]".formatted(this.sessionLifetime,
				this.refreshLimit, this.secureCookie);
	}

}
