package com.howsmytrack.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/// Takes from the platform's routers who calls, and whether by HTTPS. Each router adds the address that it was called
/// from at the end of `X-Forwarded-For`; whatever stands before what our routers wrote was written by the caller, and
/// nobody believes it. Nor are `Forwarded`, `X-Forwarded-Host` or any other header believed at all.
class TrustedProxyValve extends ValveBase {

	private static final String HTTPS = "https";

	private static final int HTTPS_PORT = 443;

	private final int hops;

	/// @param hops how many routers every request comes through; with 0 the headers say
	/// nothing
	TrustedProxyValve(int hops) {
		super(true);
		this.hops = hops;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if (this.hops > 0) {
			String caller = lastButOurs(values(request, "X-Forwarded-For"));
			if (caller != null) {
				request.setRemoteAddr(caller);
			}
			if (HTTPS.equalsIgnoreCase(last(values(request, "X-Forwarded-Proto")))) {
				request.setSecure(true);
				request.getCoyoteRequest().scheme().setString(HTTPS);
				request.setServerPort(HTTPS_PORT);
			}
		}
		getNext().invoke(request, response);
	}

	private @Nullable String lastButOurs(List<String> values) {
		return (values.size() >= this.hops) ? values.get(values.size() - this.hops) : null;
	}

	private static @Nullable String last(List<String> values) {
		return values.isEmpty() ? null : values.getLast();
	}

	private static List<String> values(Request request, String header) {
		return Collections.list(request.getHeaders(header))
			.stream()
			.flatMap((line) -> Arrays.stream(line.split(",")))
			.map(String::strip)
			.toList();
	}

}
