package com.howsmytrack.releases;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.howsmytrack.persistence.Timestamps;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/// Shows operators whether new releases arrive.
@Controller
class AdminSourceController {

	private final SourceStates states;

	private final Map<MusicService, ReleaseSource> sources = new EnumMap<>(MusicService.class);

	private final Clock clock;

	AdminSourceController(SourceStates states, List<ReleaseSource> sources, Clock clock) {
		this.states = states;
		sources.forEach((source) -> this.sources.put(source.service(), source));
		this.clock = clock;
	}

	@QueryMapping
	List<ReleaseSourceState> releaseSources() {
		return this.states.all().stream().map(this::view).toList();
	}

	private ReleaseSourceState view(SourceState state) {
		ReleaseSource source = this.sources.get(state.service());
		boolean waits = !this.states.isDue(state, this.clock.instant());
		return new ReleaseSourceState(state.service(), source != null && source.isEnabled(),
				Timestamps.utcOrNull(state.lastSuccessAt()), Timestamps.utcOrNull(state.lastFailureAt()),
				state.lastError(), state.failures(), waits ? Timestamps.utcOrNull(state.nextTryAt()) : null);
	}

	record ReleaseSourceState(MusicService service, boolean enabled, @Nullable OffsetDateTime lastSuccessAt,
			@Nullable OffsetDateTime lastFailureAt, @Nullable String lastError, int failures,
			@Nullable OffsetDateTime nextTryAt) {
	}

}
