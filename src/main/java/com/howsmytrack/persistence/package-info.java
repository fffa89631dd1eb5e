/// Access to PostgreSQL: the connection settings, the embedded PostgreSQL for development, names of violated
/// constraints, retries after conflicts, shared statements for concurrent reads, and paging. It has no tables.
/// Flyway owns the schema (`db/migration`); Hibernate validates its entities against it.
@NullMarked
@ApplicationModule(allowedDependencies = "startup")
package com.howsmytrack.persistence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
