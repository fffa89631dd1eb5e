package com.howsmytrack.releases;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// What is known about the calls of one music service.
///
/// @param lastSuccessAt when all pages were last read
/// @param lastError the reason of the last failure, also after a success
/// @param failures since the last success
/// @param nextTryAt the service is not called before
record SourceState(MusicService service, @Nullable Instant lastSuccessAt, @Nullable Instant lastFailureAt,
		@Nullable String lastError, int failures, @Nullable Instant nextTryAt) {

	static SourceState unknown(MusicService service) {
		return new SourceState(service, null, null, null, 0, null);
	}

}
