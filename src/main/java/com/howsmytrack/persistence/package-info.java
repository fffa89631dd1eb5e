/// Where the database is, and what it says: the URL that the platform gives, the embedded PostgreSQL of
/// development, the names of violated constraints; how those who read at once share a statement, and how long
/// lists are read page by page. It knows no table. Flyway owns the schema (`db/migration`), Hibernate validates against it.
@NullMarked
@ApplicationModule(allowedDependencies = "startup")
package com.howsmytrack.persistence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
