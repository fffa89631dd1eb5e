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

	private static final CloseStatus MALFORMED = new CloseStatus(4400, "Invalid message");

	private static final CloseStatus TOO_LARGE = CloseStatus.TOO_BIG_TO_PROCESS.withReason("The message is too large");

	private static final CloseStatus TOO_MANY = CloseStatus.POLICY_VIOLATION.withReason("Too many messages");

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

	private final StreamSettings settings;

	SocketHandler(WebGraphQlHandler operations, SocketMessages messages, OpenStreams streams, StreamSettings settings) {
		super(operations, messages, settings.initTimeout(), settings.heartbeat(), null);
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
		SocketSession quiet = new SocketSession(socket);
		super.afterConnectionEstablished(quiet);
		SocketStream.of(socket.getAttributes()).opened(quiet);
	}

	@Override
	public void handleMessage(WebSocketSession socket, WebSocketMessage<?> message) throws Exception {
		SocketStream.of(socket.getAttributes()).received();
		super.handleMessage(socket, message);
	}

	@Override
	protected void handleTextMessage(WebSocketSession socket, TextMessage part) throws Exception {
		SocketStream stream = SocketStream.of(socket.getAttributes());
		try (MDC.MDCCloseable _ = RequestIds.start()) {
			Optional<String> message = stream.message(part.getPayload(), part.isLast());
			if (message.isPresent()) {
				handle(stream, new TextMessage(message.get()));
			}
		}
		catch (SocketStream.MessageTooLargeException tooLarge) {
			SocketStream.close(socket, TOO_LARGE);
		}
		catch (HttpMessageNotReadableException malformed) {
			SocketStream.close(socket, MALFORMED);
		}
	}

	/// A client can send messages until it gets the close frame of the server.
	private void handle(SocketStream stream, TextMessage message) throws Exception {
		WebSocketSession socket = stream.socket();
		if (!socket.isOpen()) {
			return;
		}
		if (stream.countMessage()) {
			super.handleTextMessage(socket, message);
		}
		else {
			stream.close(TOO_MANY);
		}
	}

	@Override
	protected void handleBinaryMessage(WebSocketSession socket, BinaryMessage message) {
		SocketStream.close(socket, MALFORMED);
	}

	/// For example, the client has closed the connection without a close frame.
	@Override
	public void handleTransportError(WebSocketSession socket, Throwable failure) {
		logger.debug("A WebSocket failed", failure);
	}

	@Override
	public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
		SocketStream stream = SocketStream.of(socket.getAttributes());
		this.streams.closed(stream);
		stream.closed();
		super.afterConnectionClosed(socket, status);
	}

}
