package com.howsmytrack.graphql;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.howsmytrack.web.RequestIds;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.graphql.execution.ErrorType;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/// Errors of requests whose documents are not executed.
public final class RequestErrors {

	/// For a defect of the server. The log contains its cause.
	public static final String INTERNAL_ERROR = "Something went wrong on our side. Please try again, and tell us the request "
			+ "id if it goes on.";

	private RequestErrors() {
	}

	/// Rejects a body that is not a GraphQL request.
	public static void rejectBody(HttpServletResponse response, JsonMapper json) throws IOException {
		reject(response, json, HttpStatus.BAD_REQUEST, "INVALID_REQUEST", "The body is no GraphQL request.");
	}

	/// Writes a response with one error.
	public static void reject(HttpServletResponse response, JsonMapper json, HttpStatus status, String code,
			String message) throws IOException {
		ErrorType type = (status == HttpStatus.UNAUTHORIZED) ? ErrorType.UNAUTHORIZED : ErrorType.BAD_REQUEST;
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.getOutputStream()
			.write(json.writeValueAsBytes(Map.of("errors", List.of(Map.of("message", message, "extensions",
					Map.of("classification", type.name(), "code", code, "requestId", RequestIds.current()))))));
	}

}
