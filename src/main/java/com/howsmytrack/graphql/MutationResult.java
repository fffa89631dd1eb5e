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

}
