/// Settings that decide how the whole application starts: `ENVIRONMENT=PROD`, and what production
/// cannot start without. It announces nothing; everything else about settings belongs to the module
/// that uses them.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.howsmytrack.startup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
