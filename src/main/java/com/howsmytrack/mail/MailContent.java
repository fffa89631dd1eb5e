package com.howsmytrack.mail;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// A mail as its [MailTemplate] has written it.
///
/// @param account the account that the mail is about, which may be known only now, see [Mail#account]
/// @param recipient the address that the mail is sent to
/// @param subject one line
/// @param template names `templates/mails/<template>.txt` and `.html`
/// @param model the variables of these files, in addition to `recipient` and `subject`
/// @param unsubscribe a POST to this address switches mails of this kind off (RFC 8058); null if they cannot be
public record MailContent(@Nullable Long account, String recipient, String subject, String template,
		Map<String, Object> model, @Nullable URI unsubscribe) {
}
