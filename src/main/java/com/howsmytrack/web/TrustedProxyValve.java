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

/// Reads the caller's address and scheme from the headers of trusted proxies. Each proxy appends the address of its
/// caller to `X-Forwarded-For`. Values before those of the trusted proxies were written by the client and are
/// ignored, and so are `Forwarded`, `X-Forwarded-Host` and all similar headers.
class TrustedProxyValve extends ValveBase {

	private static final String HTTPS = "https";

	private static final int HTTPS_PORT = 443;

	private final int hops;

	/// @param hops the number of trusted proxies that every request passes through; with
	/// 0 the headers are ignored
	TrustedProxyValve(int hops) {
		super(true);
		this.hops = hops;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if (this.hops > 0) {
			String caller = lastBeforeTrusted(values(request, "X-Forwarded-For"));
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

	private @Nullable String lastBeforeTrusted(List<String> values) {
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
