/// Nudges members who still owe feedback, once for each request, if they asked for mail. Owns the memory of whom
/// there is nothing left to remind of: `feedback_request.reminder_settled_at`.
@NullMarked
@ApplicationModule(allowedDependencies = { "account", "jobs", "mail", "notifications", "web" })
package com.howsmytrack.reminders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
