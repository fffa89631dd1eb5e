/// Records what operators changed, when and why, in the transaction of the change, and which texts of members they
/// read. Owns the table `audit_log`, to which rows can only be added. Any module can use it: accounts are plain ids
/// here, and each module declares its own actions and subjects.
@NullMarked
@ApplicationModule(allowedDependencies = { "graphql", "persistence" })
package com.howsmytrack.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
