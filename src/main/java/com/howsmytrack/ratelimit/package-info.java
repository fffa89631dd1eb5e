/// How often somebody may try something, counted across all instances. It knows no word of the domain: who
/// tries what is the business of the modules that ask.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.howsmytrack.ratelimit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
