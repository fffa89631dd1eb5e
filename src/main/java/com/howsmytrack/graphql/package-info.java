/// What every operation shares: the way in from HTTP, the limits and names of documents, scalars, who may call what
/// (`@access`), how a refusal and a failure look to the client. It knows no word of the domain; modules bring their own types, operations and codes.
@NullMarked
@ApplicationModule(allowedDependencies = { "persistence", "web" })
package com.howsmytrack.graphql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
