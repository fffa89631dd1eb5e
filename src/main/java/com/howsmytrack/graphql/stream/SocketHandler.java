package com.howsmytrack.graphql.stream;

import java.util.List;
import java.util.Optional;

import com.howsmytrack.web.RequestIds;
import jakarta.websocket.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/// Subscriptions over WebSocket. Spring for GraphQL implements the protocol; this class adds the limits, the close codes of
/// the protocol for malformed messages, and the registration in [OpenStreams].
///
/// Messages arrive in parts, so that the buffers of a socket need not be as large as the largest message.
class SocketHandler extends GraphQlWebSocketHandler {

	static final String PROTOCOL = "graphql-transport-ws";

	private static final Logger logger = LoggerFactory.getLogger(SocketHandler.class);

	/// Settings of Tomcat for one WebSocket, in milliseconds. This one limits the time to
	/// send a message.
	private static final String SEND_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

	/// The time to send a close frame.
	private static final String CLOSE_SEND_TIMEOUT = "org.apache.tomcat.websocket.ABNORMAL_SESSION_CLOSE_SEND_TIMEOUT";

	/// The time to wait for the close frame of the client.
	private static final String CLOSE_TIMEOUT = "org.apache.tomcat.websocket.SESSION_CLOSE_TIMEOUT";

	private static final Long CLOSE_SEND_MILLIS = 2_000L;

	private static final Long CLOSE_MILLIS = 5_000L;

	private final OpenStreams streams;

	private final StreamMetrics metrics;

	private final SocketMessages messages;

	private final StreamSettings settings;

	SocketHandler(WebGraphQlHandler operations, SocketMessages messages, OpenStreams streams, StreamMetrics metrics,
			StreamSettings settings) {
		super(operations, messages, settings.initTimeout(), settings.heartbeat(), null);
		this.messages = messages;
		this.metrics = metrics;
		this.streams = streams;
		this.settings = settings;
	}

	/// The base class also accepts the earlier protocol `graphql-ws`, only to close it.
	@Override
	public List<String> getSubProtocols() {
		return List.of(PROTOCOL);
	}

	@Override
	public boolean supportsPartialMessages() {
		return true;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession socket) {
		Session session = ((NativeWebSocketSession) socket).getNativeSession(Session.class);
		if (session != null) {
			session.getUserProperties().put(SEND_TIMEOUT, this.settings.sendTimeout().toMillis());
			session.getUserProperties().put(CLOSE_SEND_TIMEOUT, CLOSE_SEND_MILLIS);
			session.getUserProperties().put(CLOSE_TIMEOUT, CLOSE_MILLIS);
		}
		SocketStream stream = SocketStream.of(socket.getAttributes());
		SocketSession reporting = new SocketSession(socket, stream, this.messages, this.metrics);
		super.afterConnectionEstablished(reporting);
		stream.opened(reporting);
	}

	@Override
	public void handleMessage(WebSocketSession socket, WebSocketMessage<?> message) throws Exception {
		SocketStream.of(socket.getAttributes()).received();
		super.handleMessage(socket, message);
	}

	@Override
	protected void handleTextMessage(WebSocketSession socket, TextMessage part) throws Exception {
		// A client can send messages until it gets the close frame of the server.
		if (!socket.isOpen()) {
			return;
		}
		SocketStream stream = SocketStream.of(socket.getAttributes());
		if (!stream.messages().count(part)) {
			stream.close(StreamEnd.TOO_MANY_MESSAGES);
			return;
		}
		try {
			Optional<TextMessage> message = stream.messages().add(part);
			if (message.isPresent()) {
				handle(stream, message.get());
			}
		}
		catch (MessageParts.TooLargeException tooLarge) {
			stream.close(StreamEnd.MESSAGE_TOO_LARGE);
		}
		catch (HttpMessageNotReadableException malformed) {
			stream.close(StreamEnd.MALFORMED_MESSAGE);
		}
	}

	private void handle(SocketStream stream, TextMessage message) throws Exception {
		try (MDC.MDCCloseable _ = RequestIds.start()) {
			super.handleTextMessage(stream.socket(), message);
		}
	}

	@Override
	protected void handleBinaryMessage(WebSocketSession socket, BinaryMessage message) {
		SocketStream.of(socket.getAttributes()).close(StreamEnd.MALFORMED_MESSAGE);
	}

	/// For example, the client has closed the connection without a close frame.
	@Override
	public void handleTransportError(WebSocketSession socket, Throwable failure) {
		logger.debug("A WebSocket failed", failure);
	}

	@Override
	public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
		SocketStream stream = SocketStream.of(socket.getAttributes());
		this.streams.release(stream);
		stream.closed();
		super.afterConnectionClosed(socket, status);
	}

}
