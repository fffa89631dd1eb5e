package com.howsmytrack.notification.notice;

import java.net.URI;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.MailRecipients;
import com.howsmytrack.account.MailRecipients.MailRecipient;
import com.howsmytrack.mail.MailKind;
import com.howsmytrack.web.PublicAddresses;

import org.springframework.stereotype.Component;

/// The addresses in the mails of notices.
@Component
class NoticeRecipients {

	private final MailRecipients recipients;

	private final PublicAddresses addresses;

	NoticeRecipients(MailRecipients recipients, PublicAddresses addresses) {
		this.recipients = recipients;
		this.addresses = addresses;
	}

	/// Empty if the member gets no mails of this kind.
	Optional<MailRecipient> of(MailKind kind, AccountId member) {
		return this.recipients.of(kind, member.value());
	}

	URI page(String path) {
		return this.addresses.website(path);
	}

}
