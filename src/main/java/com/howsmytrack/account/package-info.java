/// Accounts and sessions: registration, sign-in by a cookie, password recovery, address verification, mail preferences,
/// personal data, deletion and the operator role. Owns the tables of `V001__account.sql`. This package is the API for other
/// modules, which know a person by [AccountId] alone. Publishes [AccountRegistered] and [AccountDeleted].
@NullMarked
@ApplicationModule(allowedDependencies = { "audit", "persistence", "graphql", "mail", "ratelimit", "web" })
package com.howsmytrack.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
