/// Imports the database of the previous service, a Django application, into an empty database. Owns no tables. It writes
/// the tables of other modules itself, because their use cases cannot create rows of the past. The files in
/// `src/main/resources/djangoimport` convert the rows, [ImportIssue] lists the irregular rows. Publishes no events.
@NullMarked
@ApplicationModule(allowedDependencies = { "account :: imported", "jobs", "persistence", "track" })
package com.howsmytrack.djangoimport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
