package com.howsmytrack.graphql.stream;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.howsmytrack.graphql.Transport;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.standard.StandardWebSocketUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/// Upgrades requests to WebSockets. The filters of the endpoint have run before: the origin is allowed, and the cookie was
/// read.
class SocketHandshake {

	private final WebSocketHttpRequestHandler handler;

	SocketHandshake(SocketHandler sockets) {
		this.handler = sockets
			.initWebSocketHttpRequestHandler(new DefaultHandshakeHandler(new StandardWebSocketUpgradeStrategy()));
		this.handler.getHandshakeInterceptors().add(new Attributes());
	}

	/// Whether the request asks for a WebSocket.
	static boolean isHandshake(HttpServletRequest request) {
		return HttpMethod.GET.matches(request.getMethod())
				&& "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
	}

	/// Whether the client supports the only protocol of the server.
	static boolean hasProtocol(HttpServletRequest request) {
		return Collections.list(request.getHeaders(WebSocketHttpHeaders.SEC_WEBSOCKET_PROTOCOL))
			.stream()
			.flatMap((header) -> List.of(header.split(",")).stream())
			.anyMatch((protocol) -> protocol.strip().equals(SocketHandler.PROTOCOL));
	}

	/// Completes the handshake. If this fails, the response states the reason.
	/// @return whether it succeeded
	boolean upgrade(HttpServletRequest request, HttpServletResponse response, SocketStream stream)
			throws ServletException, IOException {
		request.setAttribute(SocketStream.class.getName(), stream);
		this.handler.handleRequest(new HandshakeRequest(request), response);
		return response.getStatus() == HttpServletResponse.SC_SWITCHING_PROTOCOLS;
	}

	private static final class Attributes implements HandshakeInterceptor {

		@Override
		public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
				Map<String, Object> attributes) {
			HttpServletRequest servletRequest = ((ServletServerHttpRequest) request).getServletRequest();
			if (servletRequest.getAttribute(SocketStream.class.getName()) instanceof SocketStream stream) {
				stream.addTo(attributes);
				attributes.putAll(Transport.STREAM.attributes(stream.caller().network()));
				return true;
			}
			return false;
		}

		@Override
		public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
				@Nullable Exception failure) {
		}

	}

	/// A request with only what the handshake needs. Each WebSocket keeps its headers,
	/// which would otherwise contain the cookie. Without `Sec-WebSocket-Extensions`,
	/// because Tomcat would accept compression, whose buffers need more memory than all
	/// other objects of a stream together. Without a query, because Tomcat would parse
	/// it, and fail if it is malformed.
	private static final class HandshakeRequest extends HttpServletRequestWrapper {

		private static final Set<String> HEADERS = Set.of("connection", "upgrade", "host", "origin",
				"sec-websocket-key", "sec-websocket-protocol", "sec-websocket-version");

		HandshakeRequest(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getQueryString() {
			return null;
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			return Map.of();
		}

		@Override
		public Enumeration<String> getHeaders(String name) {
			return isKept(name) ? super.getHeaders(name) : Collections.emptyEnumeration();
		}

		@Override
		public @Nullable String getHeader(String name) {
			return isKept(name) ? super.getHeader(name) : null;
		}

		@Override
		public Enumeration<String> getHeaderNames() {
			return Collections.enumeration(
					Collections.list(super.getHeaderNames()).stream().filter(HandshakeRequest::isKept).toList());
		}

		private static boolean isKept(String name) {
			return HEADERS.contains(name.toLowerCase(Locale.ROOT));
		}

	}

}
