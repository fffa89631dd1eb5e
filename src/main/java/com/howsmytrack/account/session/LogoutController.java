package com.howsmytrack.account.session;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The client follows a link here to sign out, signed in or not. The session ends, wherever else its cookie was
/// copied to; others of the member go on.
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
			.header(HttpHeaders.SET_COOKIE, this.cookie.gone().toString())
			.contentType(MediaType.TEXT_PLAIN)
			.body("You are signed out.");
	}

}
