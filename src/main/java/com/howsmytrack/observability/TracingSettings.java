package com.howsmytrack.observability;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param endpoint of the receiver, without the path; empty for no traces
/// @param headers what the receiver wants with each call, as `name=value,name=value`
/// @param serviceName under which the receiver files our spans
/// @param share of operations that leave a span, from 0 to 1
@ConfigurationProperties("howsmytrack.tracing")
record TracingSettings(String endpoint, String headers, String serviceName, double share) {
}
