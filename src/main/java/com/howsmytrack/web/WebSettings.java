package com.howsmytrack.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Settings of the module `web`.
///
/// @param websiteUrl public URL of the website
/// @param apiUrl public URL of this server
/// @param trustedProxies number of proxies in front of this server, and so of addresses at the end of
/// `X-Forwarded-For` that are trusted
/// @param strictTransportSecurity value of the header of the same name; empty without HTTPS
/// @param largestBody the maximum size of a request body
/// @param bodyTimeout the time in which a request body must arrive
/// @param drainTime how long the server still answers requests after SIGTERM
/// @param allowedOrigins patterns of the origins from which browsers may call `/graphql` with a member's cookie
@Validated
@ConfigurationProperties("howsmytrack.web")
record WebSettings(URI websiteUrl, URI apiUrl, @Min(0) int trustedProxies, String strictTransportSecurity,
		DataSize largestBody, Duration bodyTimeout, Duration drainTime, @NotEmpty List<String> allowedOrigins) {
}
