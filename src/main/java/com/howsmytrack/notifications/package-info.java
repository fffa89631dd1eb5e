/// Letters that answer what happened: "your new feedback group". Keeps no tables; what it posts is in the
/// transaction of what happened.
@NullMarked
@ApplicationModule(allowedDependencies = { "account", "feedback", "mail", "web" })
package com.howsmytrack.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
