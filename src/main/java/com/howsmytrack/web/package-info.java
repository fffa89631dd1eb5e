/// The edge of HTTP: which origins may call, the id that a request has in answers and log, addresses
/// that differ by a slash, and the way home from `/`. It knows no word of the domain.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.howsmytrack.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
