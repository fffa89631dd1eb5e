package com.howsmytrack.graphql.stream;

import java.io.IOException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/// Ignores messages to a client that has disappeared or does not read. Tomcat has then closed the WebSocket, which ends its
/// subscriptions; `GraphQlWebSocketHandler` would log each of them as an error of the server.
class SocketSession extends WebSocketSessionDecorator {

	private static final Logger logger = LoggerFactory.getLogger(SocketSession.class);

	SocketSession(WebSocketSession socket) {
		super(socket);
	}

	@Override
	public void sendMessage(WebSocketMessage<?> message) {
		try {
			super.sendMessage(message);
		}
		catch (IOException | IllegalStateException closed) {
			logger.debug("A message could not be sent", closed);
		}
	}

}
