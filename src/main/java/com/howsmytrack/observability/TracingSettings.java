package com.howsmytrack.observability;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param endpoint the URL of the receiver, without the path; empty for no traces
/// @param headers the headers of each request to the receiver, as `name=value,name=value`
/// @param serviceName the name of this service in traces
/// @param share the share of operations that have a span, from 0 to 1
@ConfigurationProperties("howsmytrack.tracing")
record TracingSettings(String endpoint, String headers, String serviceName, double share) {
}
