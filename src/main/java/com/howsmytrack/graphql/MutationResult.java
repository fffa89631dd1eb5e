package com.howsmytrack.graphql;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// What the GraphQL interface `MutationPayload` promises, for the payloads that have nothing to add.
public record MutationResult(boolean success, @Nullable String error, List<UserError> userErrors) implements Payload {

	public static MutationResult succeeded() {
		return new MutationResult(true, null, List.of());
	}

	public static MutationResult refused(UserError error) {
		return new MutationResult(false, error.message(), List.of(error));
	}

	public static MutationResult of(Optional<UserError> error) {
		return error.map(MutationResult::refused).orElseGet(MutationResult::succeeded);
	}

	/// Whatever there is to tell about a change that was made is left out.
	public static MutationResult of(Outcome<?> outcome) {
		return switch (outcome) {
			case Outcome.Done<?> _ -> succeeded();
			case Outcome.Refused<?>(UserError error) -> refused(error);
		};
	}

}
