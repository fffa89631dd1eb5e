package com.howsmytrack.attacks;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/// Finds the single ratings that a member can compute with certainty from the published means. It keeps all numbers and sums
/// of counted ratings that explain the means so far.
final class MeanInference {

	/// With more ratings, old ones are no longer counted.
	private static final int CONSIDERED = 15;

	private static final int NEEDED = 3;

	private static final double PRECISION = 1e-9;

	/// The member knows the rule of the service: the number of newly counted ratings with
	/// which a mean changes.
	private final int ratingsPerChange;

	private Set<Counted> possible = Set.of();

	private boolean rated;

	private int found;

	MeanInference(int ratingsPerChange) {
		this.ratingsPerChange = ratingsPerChange;
	}

	/// Continues with the next published mean.
	/// @param written the number of responses that the member has submitted
	void next(@Nullable Double mean, int written) {
		if (mean == null) {
			return;
		}
		if (!this.rated) {
			this.rated = true;
			this.possible = IntStream.rangeClosed(NEEDED, Math.min(CONSIDERED, written))
				.boxed()
				.flatMap((number) -> IntStream.rangeClosed(number, 5 * number)
					.mapToObj((sum) -> new Counted(number, sum)))
				.filter((counted) -> counted.has(mean))
				.collect(Collectors.toSet());
			return;
		}
		Set<Counted> next = new HashSet<>();
		Set<Counted> added = new HashSet<>();
		for (Counted before : this.possible) {
			for (int number = before.number(); number <= Math.min(CONSIDERED, written); number++) {
				int more = number - before.number();
				if (more > 0 && more < this.ratingsPerChange) {
					continue;
				}
				for (int sum = before.sum() + more; sum <= before.sum() + 5 * more; sum++) {
					Counted after = new Counted(number, sum);
					if (after.has(mean)) {
						next.add(after);
						added.add(new Counted(more, sum - before.sum()));
					}
				}
			}
		}
		if (added.size() == 1 && added.iterator().next().number() == 1) {
			this.found++;
		}
		this.possible = next;
	}

	/// The number of single ratings that are certain.
	int found() {
		return this.found;
	}

	private record Counted(int number, int sum) {

		boolean has(double mean) {
			return Math.abs(mean * this.number - this.sum) < PRECISION;
		}

	}

}
