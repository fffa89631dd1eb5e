/// Tells members what follows from events of other modules, by mails and in a list of notices. Owns the tables
/// `group_reminder`, `notice` and `ungrouped_request`. Mails are queued in the transaction of the event, so that they are
/// never lost; those about feedback and replies are queued in batches. It also offers the subscription to a member's
/// notifications, which reads again after the commit of such events. The notices are in the inner package `notice`.
@NullMarked
@ApplicationModule(allowedDependencies = { "account", "feedback", "graphql", "jobs", "live", "mail", "matching",
		"persistence", "web" })
package com.howsmytrack.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
