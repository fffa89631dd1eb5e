package com.howsmytrack.account.session;

import java.time.Duration;

import com.howsmytrack.account.core.AccountSettings;

import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// The session cookie. The contract defines its attributes; scripts cannot read it.
@Component
class SessionCookie {

	static final String NAME = "JWT";

	private final AccountSettings settings;

	SessionCookie(AccountSettings settings) {
		this.settings = settings;
	}

	ResponseCookie withToken(String signedToken) {
		return cookie(signedToken, this.settings.sessionLifetime());
	}

	/// A cookie that makes the browser delete its session cookie.
	ResponseCookie removal() {
		return cookie("", Duration.ZERO);
	}

	private ResponseCookie cookie(String value, Duration maxAge) {
		return ResponseCookie.from(NAME, value)
			.httpOnly(true)
			.secure(this.settings.secureCookie())
			.sameSite("Strict")
			.path("/")
			.maxAge(maxAge)
			.build();
	}

}
