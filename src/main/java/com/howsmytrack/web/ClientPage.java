package com.howsmytrack.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.support.WebContentGenerator;

/// Returns the document of the web client, with a new nonce in each response. It is never cached, see
/// [SecurityHeadersValve].
///
/// It is not a router function, because the headers of a `ServerResponse` are added to those of the valve instead of
/// replacing them.
class ClientPage extends WebContentGenerator implements HttpRequestHandler {

	private static final int NONCE_BYTES = 18;

	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	private final SecureRandom random = new SecureRandom();

	private final String index;

	private final ClientContentPolicy policy;

	ClientPage(ClientBuild client, ClientContentPolicy policy) {
		super(METHOD_GET, METHOD_HEAD);
		this.index = client.index();
		this.policy = policy;
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		checkRequest(request);
		String nonce = nextNonce();
		byte[] page = this.index.replace(ClientBuild.NONCE_PLACEHOLDER, nonce).getBytes(StandardCharsets.UTF_8);
		response.setHeader(SecurityHeadersValve.CONTENT_POLICY_HEADER, this.policy.withNonce(nonce));
		response.setContentType(HTML.toString());
		response.setContentLength(page.length);
		response.getOutputStream().write(page);
	}

	private String nextNonce() {
		byte[] bytes = new byte[NONCE_BYTES];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().encodeToString(bytes);
	}

}
