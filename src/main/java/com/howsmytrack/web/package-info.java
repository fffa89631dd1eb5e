/// HTTP in front of the application: allowed origins, trusted proxies, limits of request bodies, security headers,
/// request ids, and the files of the web client or the redirect from `/` to a separate website. It contains no domain
/// logic.
@NullMarked
@ApplicationModule(allowedDependencies = "startup")
package com.howsmytrack.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
