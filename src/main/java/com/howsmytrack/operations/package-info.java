/// The operator's desk: see and run jobs, see what became of mails and retry them. Everything here is for operators alone; the schema says so.
@NullMarked
@ApplicationModule(allowedDependencies = { "graphql", "jobs", "mail" })
package com.howsmytrack.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
