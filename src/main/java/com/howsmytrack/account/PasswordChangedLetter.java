package com.howsmytrack.account;

import java.util.Map;
import java.util.Optional;

import com.howsmytrack.mail.Letter;
import com.howsmytrack.mail.LetterWriter;
import com.howsmytrack.mail.WrittenLetter;
import com.howsmytrack.web.PublicAddresses;

import org.springframework.stereotype.Component;

/// Tells a person that somebody, they hopefully, changed the password.
@Component
class PasswordChangedLetter implements LetterWriter {

	static final String KIND = "password-changed";

	private final PublicAddresses addresses;

	PasswordChangedLetter(PublicAddresses addresses) {
		this.addresses = addresses;
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public boolean isUrgent() {
		return true;
	}

	@Override
	public Optional<WrittenLetter> write(Letter letter) {
		return Optional.of(new WrittenLetter(letter.account(), letter.recipient(), "your password was changed", KIND,
				Map.of("resetPage", this.addresses.api(PasswordResetPages.PATH + "/")), null));
	}

}
