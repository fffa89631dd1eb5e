/// Sends the mails that follow from events of other modules: about new groups, and reminders. Owns the table
/// `group_reminder`. Mails are queued in the transaction of the event, so that they are never lost.
@NullMarked
@ApplicationModule(allowedDependencies = { "account", "feedback", "jobs", "mail", "web" })
package com.howsmytrack.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
