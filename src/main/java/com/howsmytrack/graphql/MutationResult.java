package com.howsmytrack.graphql;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// What the GraphQL interface `MutationPayload` promises, for the payloads that have nothing to add.
public record MutationResult(boolean success, @Nullable String error, List<Refusal> userErrors) implements Payload {

	public static MutationResult succeeded() {
		return new MutationResult(true, null, List.of());
	}

	public static MutationResult refused(Refusal refusal) {
		return new MutationResult(false, refusal.message(), List.of(refusal));
	}

	public static MutationResult of(Optional<Refusal> refusal) {
		return refusal.map(MutationResult::refused).orElseGet(MutationResult::succeeded);
	}

	/// Whatever there is to tell about a change that was made is left out.
	public static MutationResult of(Outcome<?> outcome) {
		return switch (outcome) {
			case Outcome.Done<?> _ -> succeeded();
			case Outcome.Refused<?>(Refusal refusal) -> refused(refusal);
		};
	}

}
