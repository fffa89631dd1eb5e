/// The admin API for infrastructure: mails, jobs, the audit log and the use of the service. A domain module brings its
/// own part of the admin API in a package `admin`. Only operators may call these operations; the schema states this.
@NullMarked
@ApplicationModule(allowedDependencies = { "account", "account :: admin", "audit", "feedback :: admin", "graphql",
		"jobs", "mail", "persistence" })
package com.howsmytrack.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
