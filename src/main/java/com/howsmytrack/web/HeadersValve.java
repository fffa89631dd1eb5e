package com.howsmytrack.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/// What every answer tells browsers, those included that the server gives before any filter is asked. Who serves
/// something that needs another policy sets it over this one.
class HeadersValve extends ValveBase {

	/// Our pages run no script and load nothing but their stylesheet.
	private static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; "
			+ "base-uri 'none'; frame-ancestors 'none'";

	private final Map<String, String> headers = new LinkedHashMap<>();

	private final BooleanSupplier lastAnswers;

	/// @param strictTransportSecurity empty where HTTPS is not to be had
	/// @param lastAnswers whether each answer is the last one on its connection
	HeadersValve(String strictTransportSecurity, BooleanSupplier lastAnswers) {
		super(true);
		this.lastAnswers = lastAnswers;
		this.headers.put("X-Content-Type-Options", "nosniff");
		this.headers.put("X-Frame-Options", "DENY");
		this.headers.put("Content-Security-Policy", CONTENT_POLICY);
		// To ourselves alone: a link that holds a secret is never told to another page,
		// and browsers name the origin of
		// our own forms.
		this.headers.put("Referrer-Policy", "same-origin");
		this.headers.put("Cross-Origin-Opener-Policy", "same-origin");
		this.headers.put("Cache-Control", "no-store");
		if (!strictTransportSecurity.isBlank()) {
			this.headers.put("Strict-Transport-Security", strictTransportSecurity);
		}
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		this.headers.forEach(response::setHeader);
		if (this.lastAnswers.getAsBoolean()) {
			response.setHeader("Connection", "close");
		}
		getNext().invoke(request, response);
	}

}
