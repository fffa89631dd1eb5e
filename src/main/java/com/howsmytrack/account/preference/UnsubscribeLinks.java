package com.howsmytrack.account.preference;

import java.net.URI;
import java.util.UUID;

import com.howsmytrack.account.page.PagePaths;
import com.howsmytrack.mail.MailKind;
import com.howsmytrack.web.PublicAddresses;

import org.springframework.stereotype.Component;

/// Where letters of a kind are turned off, by whoever has the link and without signing in.
@Component
class UnsubscribeLinks {

	static final String PATH = PagePaths.UNSUBSCRIBE;

	private final PublicAddresses addresses;

	UnsubscribeLinks(PublicAddresses addresses) {
		this.addresses = addresses;
	}

	/// The link for one person and one kind.
	/// @param key `account.unsubscribe_key` of the addressee
	URI of(MailKind kind, UUID key) {
		return this.addresses.api(PATH + kind.name() + "/" + key);
	}

}
