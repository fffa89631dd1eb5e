package com.howsmytrack.account.session;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Signs out, with or without a valid cookie. Revokes the session of the cookie, copies of the cookie included; other
/// sessions of the member continue.
///
/// A client can name the member whose session it means. The session of another member continues.
@Controller
class LogoutController {

	private final SessionCookie cookie;

	private final RevokedSessions revokedSessions;

	LogoutController(SessionCookie cookie, RevokedSessions revokedSessions) {
		this.cookie = cookie;
		this.revokedSessions = revokedSessions;
	}

	/// @param member the account id of the member; null if the client does not name one
	@GetMapping("/logout")
	ResponseEntity<String> logout(@RequestParam(required = false) @Nullable String member) {
		Optional<SignedInMember> current = SignedInMember.current();
		if (member != null && current.filter((session) -> !session.isAccount(member)).isPresent()) {
			return ResponseEntity.status(HttpStatus.CONFLICT)
				.contentType(MediaType.TEXT_PLAIN)
				.body("Another member has signed in with this browser.");
		}
		current.map(SignedInMember::token).ifPresent(this.revokedSessions::revoke);
		return ResponseEntity.ok()
			.header(HttpHeaders.SET_COOKIE, this.cookie.removal().toString())
			.contentType(MediaType.TEXT_PLAIN)
			.body("You are signed out.");
	}

}
