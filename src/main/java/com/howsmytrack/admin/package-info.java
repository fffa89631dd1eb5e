/// The operator's desk: find people and what they ask, write and answer, correct it, see and run jobs, see what became
/// of mails and retry them, see how the service is used. Everything here is for operators alone; the schema says so. It
/// owns the log of what operators changed, which nobody can edit.
@NullMarked
@ApplicationModule(allowedDependencies = { "account", "account :: admin", "audit", "feedback :: admin", "graphql",
		"jobs", "mail", "persistence" })
package com.howsmytrack.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
