package com.howsmytrack.graphql.stream;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.graphql.DocumentRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.graphql.server.support.GraphQlWebSocketMessage;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/// Reads and writes the messages of `graphql-transport-ws`.
///
/// The converter of Spring MVC reads them into [GraphQlWebSocketMessage] without a check of the payload, whose errors
/// [org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler] then reports as errors of the server. It also
/// requires the text of a document, which a request with an id does not have.
final class SocketMessages implements HttpMessageConverter<Object> {

	private final JsonMapper json;

	SocketMessages(JsonMapper json) {
		this.json = json;
	}

	@Override
	public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
		return type == GraphQlWebSocketMessage.class;
	}

	@Override
	public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
		return type == GraphQlWebSocketMessage.class;
	}

	@Override
	public List<MediaType> getSupportedMediaTypes() {
		return List.of(MediaType.APPLICATION_JSON);
	}

	@Override
	public GraphQlWebSocketMessage read(Class<? extends Object> type, HttpInputMessage input) throws IOException {
		try {
			Message message = this.json.readValue(input.getBody(), Message.class);
			if (message == null) {
				throw malformed(input, null);
			}
			return message(message, input);
		}
		catch (JacksonException malformed) {
			throw malformed(input, malformed);
		}
	}

	private GraphQlWebSocketMessage message(Message message, HttpInputMessage input) {
		return switch (Objects.requireNonNullElse(message.type(), "")) {
			case "connection_init" -> GraphQlWebSocketMessage.connectionInit(object(message, input));
			case "ping" -> GraphQlWebSocketMessage.ping(object(message, input));
			case "pong" -> GraphQlWebSocketMessage.pong(object(message, input));
			case "complete" -> GraphQlWebSocketMessage.complete(id(message, input));
			case "subscribe" ->
				GraphQlWebSocketMessage.subscribe(id(message, input), document(message, input).toGraphQlRequest());
			default -> throw malformed(input, null);
		};
	}

	private static String id(Message message, HttpInputMessage input) {
		String id = message.id();
		if (id == null || id.isEmpty()) {
			throw malformed(input, null);
		}
		return id;
	}

	private static Map<String, Object> object(Message message, HttpInputMessage input) {
		JsonNode payload = message.payload();
		if (payload != null && !payload.isNull() && !payload.isObject()) {
			throw malformed(input, null);
		}
		// The application uses no payload of a client.
		return Map.of();
	}

	private DocumentRequest document(Message message, HttpInputMessage input) {
		JsonNode payload = message.payload();
		DocumentRequest request = (payload != null && payload.isObject())
				? this.json.treeToValue(payload, DocumentRequest.class) : null;
		// Spring for GraphQL rejects a blank text.
		if (request == null || !request.hasDocument() || (request.query() != null && request.query().isBlank())) {
			throw malformed(input, null);
		}
		return request;
	}

	private static HttpMessageNotReadableException malformed(HttpInputMessage input, @Nullable Throwable cause) {
		return new HttpMessageNotReadableException("This is no message of graphql-transport-ws", cause, input);
	}

	@Override
	public void write(Object object, @Nullable MediaType type, HttpOutputMessage output) throws IOException {
		GraphQlWebSocketMessage message = (GraphQlWebSocketMessage) object;
		Map<String, Object> fields = new LinkedHashMap<>();
		if (message.getId() != null) {
			fields.put("id", message.getId());
		}
		fields.put("type", message.getType());
		if (!message.resolvedType().doesNotRequirePayload()) {
			fields.put("payload", message.getPayload());
		}
		output.getBody().write(this.json.writeValueAsBytes(fields));
	}

	/// The id of the subscription whose event a message of the server contains. Empty if
	/// the message contains no event.
	Optional<String> subscription(String message) {
		try (JsonParser parser = this.json.createParser(message)) {
			parser.nextToken();
			String id = "id".equals(parser.nextName()) ? parser.nextStringValue() : null;
			boolean event = id != null && "type".equals(parser.nextName()) && "next".equals(parser.nextStringValue());
			return event ? Optional.ofNullable(id) : Optional.empty();
		}
	}

	/// A message as a client sends it.
	private record Message(@Nullable String id, @Nullable String type, @Nullable JsonNode payload) {
	}

}
