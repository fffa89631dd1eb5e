package com.howsmytrack.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class JobPaceTests {

	private long now;

	private final List<Duration> rests = new ArrayList<>();

	@Test
	void doesAllOfAJobInPiecesOfAtMostSoMany() {
		List<List<String>> pieces = new ArrayList<>();

		long sum = pace(0.25).inPieces(List.of("a", "b", "c", "d", "e"), 2, (piece) -> {
			pieces.add(piece);
			return piece.size();
		});

		assertThat(pieces).containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
		assertThat(sum).isEqualTo(5);
	}

	@Test
	void restsAfterEachPieceInProportionToWhatItTook() {
		pace(0.25).inPieces(List.of(8L, 20L), 1, this::work);

		assertThat(this.rests).containsExactly(Duration.ofMillis(2), Duration.ofMillis(5));
	}

	@Test
	void doesNotCountWaitingForALockAsWork() {
		pace(0.25).inPieces(List.of(60_000L), 1, this::work);

		assertThat(this.rests).containsExactly(Duration.ofMillis(50));
	}

	@Test
	void doesNothingWhenNothingIsToBeDone() {
		assertThat(pace(0.25).inPieces(List.of(), 1, this::work)).isZero();
		assertThat(this.rests).isEmpty();
	}

	@Test
	void stopsAtThePieceThatFails() {
		List<String> pieces = new ArrayList<>();

		assertThatIllegalStateException().isThrownBy(() -> pace(0.25).inPieces(List.of("a", "b"), 1, (piece) -> {
			pieces.addAll(piece);
			throw new IllegalStateException("a");
		}));
		assertThat(pieces).containsExactly("a");
	}

	private JobPace pace(double rest) {
		return new JobPace(rest, () -> this.now, (nanos) -> this.rests.add(Duration.ofNanos(nanos)));
	}

	private long work(List<Long> milliseconds) {
		this.now += Duration.ofMillis(milliseconds.getFirst()).toNanos();
		return 1;
	}

}
