package com.howsmytrack.account.preference;

import java.net.URI;
import java.util.UUID;

import com.howsmytrack.account.page.PagePaths;
import com.howsmytrack.mail.MailKind;
import com.howsmytrack.web.PublicAddresses;

import org.springframework.stereotype.Component;

/// Links that switch a kind of mail off without a session.
@Component
class UnsubscribeLinks {

	static final String PATH = PagePaths.UNSUBSCRIBE;

	private final PublicAddresses addresses;

	UnsubscribeLinks(PublicAddresses addresses) {
		this.addresses = addresses;
	}

	/// The link of one account for one kind of mail.
	/// @param key `account.unsubscribe_key` of the recipient
	URI of(MailKind kind, UUID key) {
		return this.addresses.api(PATH + kind.name() + "/" + key);
	}

}
