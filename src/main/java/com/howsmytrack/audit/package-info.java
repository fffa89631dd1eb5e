/// Records what operators changed, when and why, in the transaction of the change. Owns the table `audit_log`, to which
/// rows can only be added. Any module can use it: it does not depend on the modules whose changes it records.
@NullMarked
@ApplicationModule(allowedDependencies = { "account", "graphql", "persistence" })
package com.howsmytrack.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
