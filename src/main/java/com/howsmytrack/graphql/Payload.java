package com.howsmytrack.graphql;

import java.util.List;

/// What every payload of a mutation says: the GraphQL interface `MutationPayload`.
public interface Payload {

	/// Whether it was done.
	boolean success();

	/// Why not. Empty on success.
	List<UserError> userErrors();

}
