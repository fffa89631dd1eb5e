package com.howsmytrack.graphql;

import java.util.List;

/// The fields of the GraphQL interface `MutationPayload` that the server itself reads.
public interface Payload {

	/// Whether the change was made.
	boolean success();

	/// Why the change was not made. Empty on success.
	List<UserError> userErrors();

}
