package com.howsmytrack.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;

/// What every answer tells browsers, those included that the server gives before any filter is asked. Who serves
/// something that needs another policy sets it over this one.
class SecurityHeadersValve extends ValveBase {

	/// Our pages run no script and load nothing but their stylesheet.
	private static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; "
			+ "base-uri 'none'; frame-ancestors 'none'";

	/// As they are sent: turning the same text into bytes for each answer is a good part
	/// of what a small one costs.
	private final List<Header> headers = new ArrayList<>();

	private final BooleanSupplier lastAnswers;

	/// @param strictTransportSecurity empty where HTTPS is not to be had
	/// @param lastAnswers whether each answer is the last one on its connection
	SecurityHeadersValve(String strictTransportSecurity, BooleanSupplier lastAnswers) {
		super(true);
		this.lastAnswers = lastAnswers;
		add("X-Content-Type-Options", "nosniff");
		add("X-Frame-Options", "DENY");
		add("Content-Security-Policy", CONTENT_POLICY);
		// To ourselves alone: a link that holds a secret is never told to another page,
		// and browsers name the origin of our own forms.
		add("Referrer-Policy", "same-origin");
		add("Cross-Origin-Opener-Policy", "same-origin");
		add("Cache-Control", "no-store");
		if (!strictTransportSecurity.isBlank()) {
			add("Strict-Transport-Security", strictTransportSecurity);
		}
	}

	private void add(String name, String value) {
		this.headers
			.add(new Header(name.getBytes(StandardCharsets.US_ASCII), value.getBytes(StandardCharsets.US_ASCII)));
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		MimeHeaders answered = response.getCoyoteResponse().getMimeHeaders();
		this.headers.forEach((header) -> header.addTo(answered));
		if (this.lastAnswers.getAsBoolean()) {
			response.setHeader("Connection", "close");
		}
		getNext().invoke(request, response);
	}

	@SuppressWarnings("ArrayRecordComponent")
	private record Header(byte[] name, byte[] value) {

		void addTo(MimeHeaders answered) {
			answered.addValue(this.name, 0, this.name.length).setBytes(this.value, 0, this.value.length);
		}

	}

}
