/// The edge of HTTP: which origins may call, what routers and bodies are believed, what every answer tells browsers,
/// the id that a request has in answers and log, and the way home from `/`. It knows no word of the domain.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.howsmytrack.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
