package com.howsmytrack.graphql;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// The fields of the GraphQL interface `MutationPayload`, for payloads without fields of their own.
public record MutationResult(boolean success, @Nullable String error, List<UserError> userErrors) implements Payload {

	public static MutationResult succeeded() {
		return new MutationResult(true, null, List.of());
	}

	public static MutationResult failed(UserError error) {
		return new MutationResult(false, error.message(), List.of(error));
	}

	public static MutationResult of(Optional<UserError> error) {
		return error.map(MutationResult::failed).orElseGet(MutationResult::succeeded);
	}

	/// Omits the result of a successful change.
	public static MutationResult of(Outcome<?> outcome) {
		return switch (outcome) {
			case Outcome.Succeeded<?> _ -> succeeded();
			case Outcome.Failed<?>(UserError error) -> failed(error);
		};
	}

}
