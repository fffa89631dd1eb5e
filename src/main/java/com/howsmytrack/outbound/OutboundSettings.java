package com.howsmytrack.outbound;

import java.time.Duration;

import com.howsmytrack.ratelimit.Rate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param enabled whether other services are called at all
/// @param contact an address at which other services can reach the operator; part of the header `User-Agent`
/// @param connectTimeout for each address of a host
/// @param readTimeout between two parts of a response
/// @param totalTime for a call with its redirects. A call can set a shorter time
/// @param largestBody of a response, decompressed. A call can set a smaller limit
/// @param largestLine of a status line or a header
/// @param mostHeaders of a response
/// @param addresses how many addresses of a host are tried
/// @param connections at the same time, on this instance
/// @param memberCalls look-ups that one member causes; each has at most 3 calls
@Validated
@ConfigurationProperties("howsmytrack.outbound")
record OutboundSettings(boolean enabled, @Pattern(regexp = "[!-'*-~]*") String contact,
		@DurationMin(millis = 1) Duration connectTimeout, @DurationMin(millis = 1) Duration readTimeout,
		@DurationMin(millis = 1) Duration totalTime, DataSize largestBody, DataSize largestLine,
		@Min(1) int mostHeaders, @Min(1) @Max(100) int addresses, @Min(1) int connections, @Valid Rate memberCalls) {

	String userAgent() {
		return this.contact.isEmpty() ? "howsmytrack/1.0" : "howsmytrack/1.0 (+%s)".formatted(this.contact);
	}

}
