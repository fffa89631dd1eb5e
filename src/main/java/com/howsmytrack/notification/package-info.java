/// Letters that answer what happened: "your new feedback group". Keeps no tables; what it posts is in the
/// transaction of what happened.
@NullMarked
@ApplicationModule(allowedDependencies = { "account", "feedback", "jobs", "mail", "web" })
package com.howsmytrack.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
