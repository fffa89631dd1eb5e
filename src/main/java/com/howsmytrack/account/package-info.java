/// Who you are: registration, signing in by a cookie, getting back in, the address, wishes about mail, leaving,
/// and who operates the service. Other modules know a person by `AccountId` alone, and hear of `AccountDeleted`.
@NullMarked
@ApplicationModule(allowedDependencies = { "persistence", "graphql", "mail", "ratelimit", "web" })
package com.howsmytrack.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
