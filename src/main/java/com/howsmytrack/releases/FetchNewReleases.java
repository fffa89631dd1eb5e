package com.howsmytrack.releases;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.howsmytrack.jobs.ExternalCallsJob;
import com.howsmytrack.jobs.JobDefinition;
import com.howsmytrack.jobs.JobProgress;
import com.howsmytrack.outbound.OutboundException;
import com.howsmytrack.outbound.OutboundFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.stereotype.Component;

/// Copies new releases of all music services. A service that fails does not stop the others, and what was read before the
/// failure is kept.
@Component
@JobDefinition(name = FetchNewReleases.NAME, cron = "0 7/30 * * * *")
class FetchNewReleases implements ExternalCallsJob {

	static final String NAME = "fetch-new-releases";

	private static final Logger logger = LoggerFactory.getLogger(FetchNewReleases.class);

	private final List<ReleaseSource> sources;

	private final ReleaseStore store;

	private final SourceStates states;

	private final ReleaseSettings settings;

	private final Clock clock;

	FetchNewReleases(List<ReleaseSource> sources, ReleaseStore store, SourceStates states, ReleaseSettings settings,
			Clock clock) {
		this.sources = sources;
		this.store = store;
		this.states = states;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public void run(JobProgress progress) throws InterruptedException {
		for (ReleaseSource source : this.sources) {
			if (source.isEnabled()) {
				fetch(source, progress);
			}
		}
		progress.write(() -> Map.of("releasesDeleted", this.store.deleteBefore(oldest())));
	}

	/// Releases that came out before are deleted, and are not stored.
	private Instant oldest() {
		return this.clock.instant().minus(this.settings.retention());
	}

	private void fetch(ReleaseSource source, JobProgress progress) throws InterruptedException {
		SourceState state = this.states.of(source.service());
		if (!this.states.isDue(state, this.clock.instant())) {
			progress.write(() -> Map.of("sourcesWaiting", 1L));
			return;
		}
		WrittenPages pages = new WrittenPages(source.service(), progress);
		try {
			source.fetch(pages);
			if (!pages.stopped) {
				progress.write(() -> {
					this.states.succeeded(source.service(), this.clock.instant());
					return Map.of("sourcesFetched", 1L);
				});
			}
		}
		catch (SourceException failure) {
			failed(state, failure, progress);
		}
		catch (OutboundException failure) {
			if (failure.failure() == OutboundFailure.INTERRUPTED) {
				throw (InterruptedException) new InterruptedException("The process ends").initCause(failure);
			}
			if (failure.failure() == OutboundFailure.SWITCHED_OFF) {
				logger.info("{} was not called, because OUTBOUND_ENABLED is false", source.service().displayName());
				progress.write(() -> Map.of("sourcesSwitchedOff", 1L));
				return;
			}
			failed(state, SourceException.failed(String.valueOf(failure.getMessage())), progress);
		}
	}

	/// An error is logged as a warning when it is new, not with each run.
	private void failed(SourceState before, SourceException failure, JobProgress progress) {
		progress.write(() -> {
			this.states.failed(before, failure, this.clock.instant());
			return Map.of(failure.isRefusal() ? "sourcesRefused" : "sourcesFailed", 1L);
		});
		boolean known = before.failures() > 0 && failure.message().equals(before.lastError());
		logger.atLevel(known ? Level.DEBUG : Level.WARN)
			.log("No new releases of {}: {}", before.service().displayName(), failure.message());
	}

	/// Writes pages in batches, each in a transaction of its own.
	private final class WrittenPages implements ReleaseSource.Pages {

		private final MusicService service;

		private final JobProgress progress;

		private boolean stopped;

		WrittenPages(MusicService service, JobProgress progress) {
			this.service = service;
			this.progress = progress;
		}

		@Override
		public void write(List<Optional<FetchedRelease>> entries) {
			Instant oldest = oldest();
			FetchedPage page = FetchedPage.of(entries.stream()
				.map((entry) -> entry.filter((release) -> release.date().beginning().isAfter(oldest)))
				.toList());
			int size = FetchNewReleases.this.settings.batchSize();
			for (int start = 0; start < page.releases().size(); start += size) {
				List<FetchedRelease> batch = page.releases()
					.subList(start, Math.min(start + size, page.releases().size()));
				this.progress.write(() -> Map.of("releases", FetchNewReleases.this.store.save(this.service, batch)));
			}
			if (page.skipped() > 0) {
				this.progress.write(() -> Map.of("releasesSkipped", page.skipped()));
			}
		}

		@Override
		public boolean stopRequested() {
			this.stopped = this.progress.stopRequested();
			return this.stopped;
		}

	}

}
