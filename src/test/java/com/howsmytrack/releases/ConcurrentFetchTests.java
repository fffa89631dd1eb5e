package com.howsmytrack.releases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;

import com.howsmytrack.outbound.StandInHttp;
import com.howsmytrack.outbound.StandInServer;
import com.howsmytrack.releases.FetchedRelease.Artist;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.DatabaseTest;
import com.howsmytrack.testing.Races;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/// The lock of the job lets one instance fetch at a time. A process that was suspended can wake up when another one has the
/// lock, so the statement itself must leave one copy, too.
@DatabaseTest
class ConcurrentFetchTests {

	private static final int ROUNDS = 1000;

	private static final int RELEASES = 12;

	@Autowired
	private Database database;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionOperations transactions;

	@Autowired
	private AdjustableClock clock;

	@Test
	void twoInstancesAtOnceLeaveOneCopy() throws Exception {
		try (StandInServer server = new StandInServer(FetchFixture.HOSTS)) {
			FetchFixture one = instance(server);
			FetchFixture two = instance(server);
			Random random = new Random(23);
			Set<String> all = new HashSet<>();
			for (int round = 0; round < ROUNDS; round++) {
				List<FetchedRelease> page = page(round);
				page.forEach((release) -> all.add(release.id()));
				List<FetchedRelease> shuffled = new ArrayList<>(page);
				Collections.shuffle(shuffled, random);

				Races.run(List.<Callable<Long>>of(() -> one.save(MusicService.SPOTIFY, page),
						() -> two.save(MusicService.SPOTIFY, shuffled)));
			}

			assertThat(this.database.count("release")).isEqualTo(all.size());
			assertThat(this.database.count("artist")).isEqualTo(RELEASES);
			assertThat(this.database.count("release_artist")).isEqualTo(2L * all.size());
		}
	}

	/// Half of the releases are new in each round.
	private List<FetchedRelease> page(int round) {
		List<FetchedRelease> page = new ArrayList<>();
		for (int number = 0; number < RELEASES; number++) {
			String id = "r" + (round * RELEASES / 2 + number);
			page.add(new FetchedRelease(id, "Rain " + round, "Ada", "album",
					new ReleaseDate(Instant.parse("2026-02-27T00:00:00Z"), ReleaseDate.Precision.DAY),
					"https://open.spotify.com/album/" + id, null, Set.of(Genre.JAZZ),
					List.of(artist(number, round), artist((number + 1) % RELEASES, round))));
		}
		return page;
	}

	private static Artist artist(int number, int round) {
		return new Artist("a" + number, "Ada " + round, null);
	}

	private FetchFixture instance(StandInServer server) {
		return new FetchFixture(StandInHttp.switchedOff(server), FetchFixture.NO_SPOTIFY, false, this.jdbc,
				this.transactions, this.clock);
	}

}
