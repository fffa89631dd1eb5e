package com.howsmytrack.graphql.stream;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/// A WebSocket as `GraphQlWebSocketHandler` sees it. Reports what the server sends and why it closes the WebSocket.
///
/// Ignores messages to a client that has disappeared or does not read. Tomcat has then closed the WebSocket, which ends its
/// subscriptions; `GraphQlWebSocketHandler` would log each of them as an error of the server.
///
/// `GraphQlWebSocketHandler` keeps this object until the time for `connection_init` is over, also if the WebSocket is closed
/// before, because it does not cancel its timer. So this class is no `WebSocketSessionDecorator`: it gives up the WebSocket
/// of Tomcat when that is closed, which frees the buffers. About 4 KB of the closed WebSocket remain, and the rate limit
/// allows a network few more than `opened-by-network` of them.
class SocketSession implements WebSocketSession {

	private static final Logger logger = LoggerFactory.getLogger(SocketSession.class);

	private final SocketStream stream;

	private final SocketMessages messages;

	private final StreamMetrics metrics;

	private final String id;

	private final @Nullable URI uri;

	private final HttpHeaders headers;

	private final Map<String, Object> attributes;

	/// Null after the WebSocket was closed.
	private volatile @Nullable WebSocketSession socket;

	SocketSession(WebSocketSession socket, SocketStream stream, SocketMessages messages, StreamMetrics metrics) {
		this.socket = socket;
		this.id = socket.getId();
		this.uri = socket.getUri();
		this.headers = socket.getHandshakeHeaders();
		this.attributes = socket.getAttributes();
		this.stream = stream;
		this.messages = messages;
		this.metrics = metrics;
	}

	/// Called when the WebSocket was closed by either side.
	void closed() {
		this.socket = null;
	}

	@Override
	public void sendMessage(WebSocketMessage<?> message) {
		WebSocketSession open = this.socket;
		if (open == null) {
			return;
		}
		try {
			open.sendMessage(message);
		}
		catch (IOException | IllegalStateException closed) {
			logger.debug("A message could not be sent", closed);
			if (closed instanceof SocketTimeoutException || closed.getCause() instanceof SocketTimeoutException) {
				this.metrics.ended(StreamEnd.NOT_READING);
			}
			return;
		}
		this.messages.subscription(message.getPayload().toString()).ifPresent((subscription) -> {
			this.metrics.sent(StreamProtocol.WEB_SOCKET);
			this.stream.sent(subscription);
		});
	}

	@Override
	public boolean isOpen() {
		WebSocketSession open = this.socket;
		return open != null && open.isOpen();
	}

	@Override
	public void close() throws IOException {
		close(CloseStatus.NORMAL);
	}

	@Override
	public void close(CloseStatus status) throws IOException {
		WebSocketSession open = this.socket;
		if (open == null) {
			return;
		}
		if (open.isOpen()) {
			StreamEnd.of(status).ifPresent(this.metrics::ended);
		}
		open.close(status);
	}

	@Override
	public String getId() {
		return this.id;
	}

	@Override
	public @Nullable URI getUri() {
		return this.uri;
	}

	@Override
	public HttpHeaders getHandshakeHeaders() {
		return this.headers;
	}

	@Override
	public Map<String, Object> getAttributes() {
		return this.attributes;
	}

	@Override
	public String getAcceptedProtocol() {
		return SocketHandler.PROTOCOL;
	}

	@Override
	public List<WebSocketExtension> getExtensions() {
		return List.of();
	}

	/// [StreamCaller] has the caller.
	@Override
	public @Nullable Principal getPrincipal() {
		return null;
	}

	@Override
	public @Nullable InetSocketAddress getLocalAddress() {
		return null;
	}

	@Override
	public @Nullable InetSocketAddress getRemoteAddress() {
		return null;
	}

	@Override
	public void setTextMessageSizeLimit(int limit) {
		throw new UnsupportedOperationException("MessageParts limits the size");
	}

	@Override
	public int getTextMessageSizeLimit() {
		return StreamConfiguration.PART_LENGTH;
	}

	@Override
	public void setBinaryMessageSizeLimit(int limit) {
		throw new UnsupportedOperationException("Binary messages are not accepted");
	}

	@Override
	public int getBinaryMessageSizeLimit() {
		return StreamConfiguration.PART_LENGTH;
	}

}
