package com.howsmytrack.graphql;

import java.util.Map;
import java.util.Optional;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/// Rejects a document that was sent for another member than the one of the session.
///
/// All windows of a browser share one cookie. After another member has signed in, a window that still shows the pages of
/// the member before would act for the wrong one. So a client can send the `id` of the member whose pages it shows, in the
/// extension `signedInAs` of each request. It is an extension and not a header, because all transports have it, and no
/// CORS setting has to list it. A client that sends none is not checked, and neither is a request without a session, which
/// every operation answers in its own way.
@Component
class ExpectedMember {

	/// The key of the extension.
	static final String EXTENSION = "signedInAs";

	static final String CODE = "OTHER_MEMBER_SIGNED_IN";

	private static final GraphQLError OTHER_MEMBER = GraphqlErrorBuilder.newError()
		.errorType(ErrorType.FORBIDDEN)
		.message("Another member has signed in with this browser. Load the page again.")
		.extensions(Map.of("code", CODE))
		.build();

	private final CallerSessions sessions;

	ExpectedMember(CallerSessions sessions) {
		this.sessions = sessions;
	}

	/// Empty if the session belongs to the expected member.
	Optional<GraphQLError> error(@Nullable Map<String, Object> extensions) {
		Object expected = (extensions != null) ? extensions.get(EXTENSION) : null;
		if (expected == null) {
			return Optional.empty();
		}
		return this.sessions.current()
			.filter((session) -> !Long.toString(session.member()).equals(expected))
			.map((_) -> OTHER_MEMBER);
	}

}
