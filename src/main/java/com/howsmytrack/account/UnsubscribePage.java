package com.howsmytrack.account;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The link below a letter. A mail program posts to it (RFC 8058), without a session or a CSRF token: the key in
/// the address is all the right one needs, and turning letters off all it gives. A person who follows it sees a
/// button first, because programs that look after links follow them too.
@Controller
class UnsubscribePage {

	private final Preferences preferences;

	UnsubscribePage(Preferences preferences) {
		this.preferences = preferences;
	}

	@GetMapping(UnsubscribeLinks.PATH + "{kind}/{key}")
	ModelAndView ask(@PathVariable String kind, @PathVariable String key) {
		return letter(kind).filter((_) -> uuid(key).filter(this.preferences::hasUnsubscribeKey).isPresent())
			.map((letter) -> page("unsubscribe", letter))
			.orElseGet(UnsubscribePage::broken);
	}

	@PostMapping(UnsubscribeLinks.PATH + "{kind}/{key}")
	ModelAndView turnOff(@PathVariable String kind, @PathVariable String key) {
		return letter(kind)
			.filter((letter) -> uuid(key).filter((good) -> this.preferences.turnOff(letter, good)).isPresent())
			.map((letter) -> page("unsubscribed", letter))
			.orElseGet(UnsubscribePage::broken);
	}

	private static ModelAndView page(String name, UnsubscribableLetter letter) {
		return new ModelAndView("accounts/" + name, Map.of("letters", letter.words()));
	}

	private static ModelAndView broken() {
		return new ModelAndView("accounts/unsubscribe_broken");
	}

	private static Optional<UnsubscribableLetter> letter(String kind) {
		return Arrays.stream(UnsubscribableLetter.values()).filter((letter) -> letter.kind().equals(kind)).findFirst();
	}

	private static Optional<UUID> uuid(String key) {
		try {
			return Optional.of(UUID.fromString(key));
		}
		catch (IllegalArgumentException garbage) {
			return Optional.empty();
		}
	}

}
