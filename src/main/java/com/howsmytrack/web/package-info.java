/// HTTP in front of the application: allowed origins, trusted proxies, limits of request bodies, security headers,
/// request ids, and the redirect from `/` to the website. It contains nothing of the domain.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.howsmytrack.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
