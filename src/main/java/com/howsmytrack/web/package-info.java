/// HTTP in front of the application: allowed origins, trusted proxies, limits of request bodies, security headers,
/// request ids, and the redirect from `/` to the website. It contains no domain logic.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.howsmytrack.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
