package com.howsmytrack.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/// Finds the compressed files that the build writes beside each file. Prefers Brotli: Spring takes the first encoding that
/// a request names, which is gzip for all browsers, and ignores weights.
class CompressedFiles extends EncodedResourceResolver {

	private static final List<String> PREFERRED = List.of("br", "gzip");

	/// An encoding with a weight of 0 is rejected by the client.
	private static final Pattern REJECTED = Pattern.compile(";\\s*q\\s*=\\s*0(\\.0*)?$");

	@Override
	protected @Nullable Resource resolveResourceInternal(@Nullable HttpServletRequest request, String requestPath,
			List<? extends Resource> locations, ResourceResolverChain chain) {
		return super.resolveResourceInternal((request != null) ? new InPreferredOrder(request) : null, requestPath,
				locations, chain);
	}

	private static final class InPreferredOrder extends HttpServletRequestWrapper {

		InPreferredOrder(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getHeader(String name) {
			String value = super.getHeader(name);
			if (value == null || !name.equals(HttpHeaders.ACCEPT_ENCODING)) {
				return value;
			}
			Set<String> accepted = Arrays.stream(value.toLowerCase(Locale.ROOT).split(","))
				.map(String::strip)
				.filter((encoding) -> !REJECTED.matcher(encoding).find())
				.map((encoding) -> encoding.replaceFirst("\\s*;.*", ""))
				.collect(Collectors.toSet());
			return PREFERRED.stream().filter(accepted::contains).collect(Collectors.joining(","));
		}

	}

}
