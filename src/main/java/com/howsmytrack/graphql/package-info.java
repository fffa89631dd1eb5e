/// The GraphQL endpoint and what all operations share: access by `@access`, limits of documents, registered
/// documents, scalars, paging, user errors and error handling. It contains no domain logic; modules add their
/// types, operations and error codes.
@NullMarked
@ApplicationModule(allowedDependencies = { "persistence", "ratelimit", "web" })
package com.howsmytrack.graphql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
