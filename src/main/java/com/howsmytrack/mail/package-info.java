/// Queues and sends mails. Owns the table `outgoing_mail`. A `Mail` that is added to the `Outbox` becomes a row in the
/// caller's transaction. Afterwards a dispatcher of any instance sends it to the mail server, with retries, until the
/// mail server accepts it or the retries are used up. The `MailTemplate` of its kind writes the mail when it is sent.
/// The modules that send mails register their kinds; this module does not depend on them.
@NullMarked
@ApplicationModule(allowedDependencies = { "persistence", "startup", "ratelimit" })
package com.howsmytrack.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
