/// Who you are: registration, signing in by a cookie, the address, wishes about mail, and who operates
/// the service. Other modules know a person by `AccountId` alone.
@NullMarked
@ApplicationModule(allowedDependencies = { "database", "graphql" })
package com.howsmytrack.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
