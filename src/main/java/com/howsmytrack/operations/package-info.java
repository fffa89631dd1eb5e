/// The operator's desk: see and run jobs, see what became of mails and retry them, shut accounts.
/// Everything here is for operators alone; the schema says so.
@NullMarked
@ApplicationModule(allowedDependencies = { "account", "graphql", "jobs", "mail" })
package com.howsmytrack.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
