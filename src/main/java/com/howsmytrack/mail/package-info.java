/// Letters that are never lost. A `Mail` put into the `Outbox` is a row in the caller's transaction; the
/// dispatcher carries it to the mail server afterwards, from any instance, until it is there or given up. The
/// words of a letter are written when it is sent, by the `MailTemplate` of its kind. Of the domain it knows no word.
@NullMarked
@ApplicationModule(allowedDependencies = { "persistence", "startup", "ratelimit" })
package com.howsmytrack.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
