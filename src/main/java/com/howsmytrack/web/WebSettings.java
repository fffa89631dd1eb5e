package com.howsmytrack.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param websiteUrl where the client is served
/// @param apiUrl where this server is reached from outside
/// @param trustedProxies how many routers of the platform stand between callers and us: so many of the addresses at the end
/// of `X-Forwarded-For` are believed
/// @param strictTransportSecurity tells browsers to come by HTTPS only; empty where there is none
/// @param largestBody of any request
/// @param bodyTimeout how long a body may take to arrive
/// @param drainTime for how long a process that was told to end serves those who have not heard of it yet
/// @param allowedOrigins the origins that may call us with a member's cookie, as patterns
@Validated
@ConfigurationProperties("howsmytrack.web")
record WebSettings(URI websiteUrl, URI apiUrl, @Min(0) int trustedProxies, String strictTransportSecurity,
		DataSize largestBody, Duration bodyTimeout, Duration drainTime, @NotEmpty List<String> allowedOrigins) {
}
