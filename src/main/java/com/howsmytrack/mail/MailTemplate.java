package com.howsmytrack.mail;

import java.util.Optional;

/// Writes the mails of one kind. Every bean of this type registers its kind.
///
/// A mail is written each time a dispatcher tries to send it; all attempts have the same Message-ID.
public interface MailTemplate {

	MailKind kind();

	/// Empty if the mail is no longer needed; the row is then deleted.
	Optional<MailContent> write(Mail mail);

}
