/// Settings that concern the start of the whole application: `ENVIRONMENT=PROD`, and the settings that production
/// requires. It publishes no events. All other settings belong to the modules that use them.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.howsmytrack.startup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
