package com.howsmytrack.web;

import java.net.URI;
import java.util.List;

import jakarta.validation.constraints.NotEmpty;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param websiteUrl where the client is served
/// @param apiUrl where this server is reached from outside
/// @param largestBody of any request
/// @param allowedOrigins the origins that may call us with a member's cookie, as patterns
@Validated
@ConfigurationProperties("howsmytrack.web")
record WebSettings(URI websiteUrl, URI apiUrl, DataSize largestBody, @NotEmpty List<String> allowedOrigins) {
}
