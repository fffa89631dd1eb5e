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
		return mail(kind).filter((_) -> uuid(key).filter(this.preferences::hasUnsubscribeKey).isPresent())
			.map((mail) -> page("unsubscribe", mail))
			.orElseGet(UnsubscribePage::broken);
	}

	@PostMapping(UnsubscribeLinks.PATH + "{kind}/{key}")
	ModelAndView turnOff(@PathVariable String kind, @PathVariable String key) {
		return mail(kind).filter((mail) -> uuid(key).filter((good) -> this.preferences.turnOff(mail, good)).isPresent())
			.map((mail) -> page("unsubscribed", mail))
			.orElseGet(UnsubscribePage::broken);
	}

	private static ModelAndView page(String name, OptionalMail mail) {
		return new ModelAndView("accounts/" + name, Map.of("letters", mail.words()));
	}

	private static ModelAndView broken() {
		return new ModelAndView("accounts/unsubscribe_broken");
	}

	private static Optional<OptionalMail> mail(String kind) {
		return Arrays.stream(OptionalMail.values()).filter((mail) -> mail.kind().equals(kind)).findFirst();
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
