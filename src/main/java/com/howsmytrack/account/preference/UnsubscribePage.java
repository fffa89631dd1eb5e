package com.howsmytrack.account.preference;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import com.howsmytrack.mail.MailKind;
import com.howsmytrack.mail.MailKinds;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The page behind an unsubscribe link. Mail programs post to it (RFC 8058) without a session or a CSRF token: the key
/// in the path identifies the account and allows nothing but switching mails off. Opening the link changes nothing,
/// because mail scanners open links too; the page has a button.
@Controller
class UnsubscribePage {

	private final MailPreferenceService preferences;

	private final MailKinds mailKinds;

	UnsubscribePage(MailPreferenceService preferences, MailKinds mailKinds) {
		this.preferences = preferences;
		this.mailKinds = mailKinds;
	}

	@GetMapping(UnsubscribeLinks.PATH + "{kind}/{key}")
	ModelAndView ask(@PathVariable String kind, @PathVariable String key) {
		return this.mailKinds.findOptional(kind)
			.filter((_) -> uuid(key).filter(this.preferences::hasUnsubscribeKey).isPresent())
			.map((found) -> page("unsubscribe", found))
			.orElseGet(UnsubscribePage::invalidLink);
	}

	@PostMapping(UnsubscribeLinks.PATH + "{kind}/{key}")
	ModelAndView turnOff(@PathVariable String kind, @PathVariable String key) {
		return this.mailKinds.findOptional(kind)
			.filter((found) -> uuid(key).filter((good) -> this.preferences.switchOff(found, good)).isPresent())
			.map((found) -> page("unsubscribed", found))
			.orElseGet(UnsubscribePage::invalidLink);
	}

	private static ModelAndView page(String name, MailKind kind) {
		String mails = kind.description();
		return new ModelAndView("accounts/" + name, Map.of("mails", mails));
	}

	private static ModelAndView invalidLink() {
		return new ModelAndView("accounts/unsubscribe_broken");
	}

	private static Optional<UUID> uuid(String key) {
		try {
			return Optional.of(UUID.fromString(key));
		}
		catch (IllegalArgumentException malformed) {
			return Optional.empty();
		}
	}

}
