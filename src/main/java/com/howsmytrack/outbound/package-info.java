/// HTTP calls to other services. It calls only hosts that a module has declared with [com.howsmytrack.outbound.OutboundHosts],
/// only over `https`, and connects only to public addresses. Sizes and times are bounded. It owns no tables and publishes
/// no events.
@NullMarked
@ApplicationModule(allowedDependencies = { "account", "ratelimit" })
package com.howsmytrack.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
