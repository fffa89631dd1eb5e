package com.howsmytrack.mail;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// A letter in words.
///
/// @param account whom it turned out to be about, see [Mail#account]
/// @param recipient the address it goes to
/// @param subject one line
/// @param template names `templates/mails/<template>.txt` and `.html`
/// @param model what the templates fill in, beside `recipient` and `subject`
/// @param unsubscribe where one POST turns letters of this kind off (RFC 8058); null when they cannot be
public record MailContent(@Nullable Long account, String recipient, String subject, String template,
		Map<String, Object> model, @Nullable URI unsubscribe) {
}
