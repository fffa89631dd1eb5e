package com.howsmytrack.releases;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

import com.howsmytrack.jobs.JobProgress;
import com.howsmytrack.outbound.OutboundHttp;
import com.howsmytrack.outbound.StandInHttp;
import com.howsmytrack.outbound.StandInServer;
import com.howsmytrack.ratelimit.Rate;
import com.howsmytrack.releases.ReleaseSettings.ListenBrainz;
import com.howsmytrack.releases.ReleaseSettings.Spotify;
import com.howsmytrack.releases.ReleaseSettings.SpotifyList;
import com.howsmytrack.testing.AdjustableClock;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// One instance of the service that fetches releases from a stand-in server.
class FetchFixture {

	static final Set<String> HOSTS = Set.of(SpotifyTokens.HOST, SpotifySource.HOST, ListenBrainzSource.HOST);

	static final Duration LONG = Duration.ofMinutes(1);

	static final Spotify NO_SPOTIFY = spotify("", SpotifyList.NEW_RELEASES);

	static final Spotify SPOTIFY = spotify("client", SpotifyList.NEW_RELEASES);

	static final Spotify SPOTIFY_SEARCH = spotify("client", SpotifyList.SEARCH);

	private final ReleaseStore store;

	private final SourceStates states;

	private final FetchNewReleases job;

	private final SpotifyTokens tokens;

	private final TransactionOperations transactions;

	FetchFixture(OutboundHttp http, Spotify spotify, boolean listenBrainz, JdbcClient jdbc,
			TransactionOperations transactions, AdjustableClock clock) {
		ReleaseSettings settings = settings(spotify, listenBrainz);
		JsonMapper json = JsonMapper.builder().build();
		ServiceAnswers answers = new ServiceAnswers(json, clock);
		this.transactions = transactions;
		this.store = new ReleaseStore(jdbc, json, clock);
		this.states = new SourceStates(jdbc, settings);
		this.tokens = new SpotifyTokens(http, answers, settings, clock);
		this.job = new FetchNewReleases(
				List.of(new SpotifySource(http, this.tokens, answers, settings),
						new ListenBrainzSource(http, answers, new GenreTable(), settings)),
				this.store, this.states, settings, clock);
	}

	static FetchFixture of(StandInServer server, Spotify spotify, boolean listenBrainz, JdbcClient jdbc,
			TransactionOperations transactions, AdjustableClock clock) {
		return new FetchFixture(StandInHttp.of(server, HOSTS, LONG), spotify, listenBrainz, jdbc, transactions, clock);
	}

	static ReleaseSettings settings(Spotify spotify, boolean listenBrainz) {
		return new ReleaseSettings(Duration.ofDays(730), 500, Duration.ofMinutes(15), Duration.ofHours(24), 500, 3,
				new Rate(1000, LONG), spotify, new ListenBrainz(listenBrainz, 14, DataSize.ofMegabytes(16), LONG));
	}

	private static Spotify spotify(String clientId, SpotifyList list) {
		return new Spotify(clientId, "secret", list, Duration.ofMinutes(1), 20, DataSize.ofMegabytes(1), LONG);
	}

	/// Runs the job.
	/// @return the counts of the record of the run, without those that are 0
	Map<String, Long> run() {
		return run(Integer.MAX_VALUE, Integer.MAX_VALUE);
	}

	/// Runs the job until its process is killed, after it has written some pieces.
	void runKilledAfter(int pieces) {
		assertThatThrownBy(() -> run(pieces, Integer.MAX_VALUE)).isInstanceOf(ProcessKilled.class);
	}

	/// Runs the job, and asks it to stop after some of its calls.
	Map<String, Long> runStoppedAfter(int calls) {
		return run(Integer.MAX_VALUE, calls);
	}

	private Map<String, Long> run(int pieces, int calls) {
		Progress progress = new Progress(pieces, calls);
		try {
			this.job.run(progress);
		}
		catch (InterruptedException stopped) {
			throw new IllegalStateException(stopped);
		}
		progress.counts.values().removeIf((count) -> count == 0);
		return progress.counts;
	}

	SourceStates states() {
		return this.states;
	}

	SourceState state(MusicService service) {
		return this.states.of(service);
	}

	SpotifyTokens tokens() {
		return this.tokens;
	}

	/// Writes releases in one transaction.
	long save(MusicService service, List<FetchedRelease> releases) {
		return inTransaction(() -> this.store.save(service, releases));
	}

	private <T> T inTransaction(Supplier<T> work) {
		T result = this.transactions.execute((_) -> work.get());
		if (result == null) {
			throw new IllegalStateException("The work has no result");
		}
		return result;
	}

	private static final class ProcessKilled extends Error {

	}

	private final class Progress implements JobProgress {

		private final Map<String, Long> counts = new TreeMap<>();

		private int piecesLeft;

		private int callsLeft;

		Progress(int pieces, int calls) {
			this.piecesLeft = pieces;
			this.callsLeft = calls;
		}

		@Override
		public void write(Supplier<Map<String, Long>> piece) {
			if (this.piecesLeft-- == 0) {
				throw new ProcessKilled();
			}
			inTransaction(piece).forEach((name, count) -> this.counts.merge(name, count, Long::sum));
		}

		@Override
		public boolean stopRequested() {
			return this.callsLeft-- <= 0;
		}

	}

}
