package com.howsmytrack.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Settings of the module `web`.
///
/// @param websiteUrl public URL of the website, if it is separate; otherwise this server is the website
/// @param apiUrl public URL of this server
/// @param trustedProxies number of proxies in front of this server, and so of addresses at the end of
/// `X-Forwarded-For` that are trusted
/// @param strictTransportSecurity value of the header of the same name; empty without HTTPS
/// @param largestBody the maximum size of a request body
/// @param bodyTimeout the time in which a request body must arrive
/// @param drainTime how long the server still answers requests after SIGTERM
/// @param allowedOrigins patterns of the origins from which browsers may call `/graphql` with a member's cookie, besides
/// that of this server; if empty, the origins of the website
/// @param requireClient whether a build without the web client must not start as the website
@Validated
@ConfigurationProperties("howsmytrack.web")
record WebSettings(@Nullable URI websiteUrl, URI apiUrl, @Min(0) int trustedProxies, String strictTransportSecurity,
		DataSize largestBody, Duration bodyTimeout, Duration drainTime, List<String> allowedOrigins,
		boolean requireClient) {
}
