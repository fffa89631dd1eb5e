package com.howsmytrack.mail;

import java.util.Optional;

/// Writes the letters of one kind, when they are about to leave. A letter that has to be sent again is written
/// again, under the same Message-ID.
public interface MailTemplate {

	/// As in [Mail#kind].
	String kind();

	/// Whether somebody sits and waits for it: such letters overtake the others.
	boolean isUrgent();

	/// Empty when there is nothing to write any more; the letter is then forgotten.
	Optional<MailContent> write(Mail mail);

}
