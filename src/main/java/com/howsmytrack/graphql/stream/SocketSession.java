package com.howsmytrack.graphql.stream;

import java.io.IOException;
import java.net.SocketTimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/// Reports what the server sends and why it closes the WebSocket.
///
/// Ignores messages to a client that has disappeared or does not read. Tomcat has then closed the WebSocket, which ends its
/// subscriptions; `GraphQlWebSocketHandler` would log each of them as an error of the server.
class SocketSession extends WebSocketSessionDecorator {

	private static final Logger logger = LoggerFactory.getLogger(SocketSession.class);

	private final SocketStream stream;

	private final SocketMessages messages;

	private final StreamMetrics metrics;

	SocketSession(WebSocketSession socket, SocketStream stream, SocketMessages messages, StreamMetrics metrics) {
		super(socket);
		this.stream = stream;
		this.messages = messages;
		this.metrics = metrics;
	}

	@Override
	public void sendMessage(WebSocketMessage<?> message) {
		try {
			super.sendMessage(message);
		}
		catch (IOException | IllegalStateException closed) {
			logger.debug("A message could not be sent", closed);
			if (closed instanceof SocketTimeoutException || closed.getCause() instanceof SocketTimeoutException) {
				this.metrics.ended(StreamEnd.NOT_READING);
			}
			return;
		}
		this.messages.subscription(message.getPayload().toString()).ifPresent((id) -> {
			this.metrics.sent(StreamProtocol.WEB_SOCKET);
			this.stream.sent(id);
		});
	}

	@Override
	public void close(CloseStatus status) throws IOException {
		if (isOpen()) {
			StreamEnd.of(status).ifPresent(this.metrics::ended);
		}
		super.close(status);
	}

}
