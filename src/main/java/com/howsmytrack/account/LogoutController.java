package com.howsmytrack.account;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The client follows a link here to sign out, signed in or not.
@Controller
class LogoutController {

	private final SessionCookie cookie;

	LogoutController(SessionCookie cookie) {
		this.cookie = cookie;
	}

	@GetMapping("/logout")
	ResponseEntity<String> logout() {
		return ResponseEntity.ok()
			.header(HttpHeaders.SET_COOKIE, this.cookie.gone().toString())
			.contentType(MediaType.TEXT_PLAIN)
			.body("You are signed out.");
	}

}
