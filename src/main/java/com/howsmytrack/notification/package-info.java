/// Sends the mails that follow from events of other modules: about new groups, and reminders. Owns the table
/// `group_reminder`. Mails are queued in the transaction of the event, so that they are never lost. It also offers the
/// subscription to a member's notifications, which reads again after the commit of such events.
@NullMarked
@ApplicationModule(allowedDependencies = { "account", "feedback", "jobs", "live", "mail", "web" })
package com.howsmytrack.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
