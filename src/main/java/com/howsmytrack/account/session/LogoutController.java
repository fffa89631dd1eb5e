package com.howsmytrack.account.session;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Signs out, with or without a valid cookie. Revokes the session of the cookie, copies of the cookie included; other
/// sessions of the member continue.
@Controller
class LogoutController {

	private final SessionCookie cookie;

	private final RevokedSessions revokedSessions;

	LogoutController(SessionCookie cookie, RevokedSessions revokedSessions) {
		this.cookie = cookie;
		this.revokedSessions = revokedSessions;
	}

	@GetMapping("/logout")
	ResponseEntity<String> logout() {
		SignedInMember.current().map(SignedInMember::token).ifPresent(this.revokedSessions::revoke);
		return ResponseEntity.ok()
			.header(HttpHeaders.SET_COOKIE, this.cookie.removal().toString())
			.contentType(MediaType.TEXT_PLAIN)
			.body("You are signed out.");
	}

}
