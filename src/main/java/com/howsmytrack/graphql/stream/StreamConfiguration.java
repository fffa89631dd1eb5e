package com.howsmytrack.graphql.stream;

import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.websocket.server.Constants;
import org.apache.tomcat.websocket.server.WsContextListener;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Adds WebSockets to Tomcat, with buffers that fit the messages of subscriptions.
///
/// Tomcat also adds its filter that upgrades requests. The filter finds no endpoint of its own and passes each request on
/// after it has read one field; [SocketHandshake] upgrades the requests.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class StreamConfiguration {

	/// Tomcat reads this system property once. It applies to three buffers of each
	/// WebSocket, in bytes; the default is 8192. A longer message is sent and received in
	/// several steps.
	private static final String BUFFER_SIZE = "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE";

	private static final String BYTES = "1024";

	/// Buffers of the parts of a message, see [SocketHandler].
	static final int PART_LENGTH = 512;

	private static final String PART = Integer.toString(PART_LENGTH);

	/// The buffer that each connection has for reading, in bytes; the default is 8192.
	/// For requests it is not used, because Tomcat reads them into the larger buffer for
	/// headers.
	private static final String READ_BUFFER = "2048";

	static {
		if (System.getProperty(BUFFER_SIZE) == null) {
			System.setProperty(BUFFER_SIZE, BYTES);
		}
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> webSockets() {
		return (factory) -> {
			factory.addContextCustomizers((context) -> {
				context.addParameter(Constants.TEXT_BUFFER_SIZE_SERVLET_CONTEXT_INIT_PARAM, PART);
				context.addParameter(Constants.BINARY_BUFFER_SIZE_SERVLET_CONTEXT_INIT_PARAM, PART);
				context.addApplicationListener(WsContextListener.class.getName());
			});
			factory.addProtocolHandlerCustomizers((handler) -> {
				if (handler instanceof AbstractProtocol<?> protocol) {
					protocol.setProperty("socket.appReadBufSize", READ_BUFFER);
				}
			});
		};
	}

}
