/// The operators' API over infrastructure: mails, jobs, the audit log and the use of the service. A domain module brings its
/// own part of the operators' API in a package `admin`. Everything here is for operators alone; the schema says so.
@NullMarked
@ApplicationModule(allowedDependencies = { "account", "account :: admin", "audit", "feedback :: admin", "graphql",
		"jobs", "mail", "persistence" })
package com.howsmytrack.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
