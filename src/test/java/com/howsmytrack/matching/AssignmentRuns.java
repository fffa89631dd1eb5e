package com.howsmytrack.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import com.howsmytrack.feedback.GroupToForm;
import com.howsmytrack.feedback.PendingRequest;
import com.howsmytrack.track.Genre;
import org.jspecify.annotations.Nullable;

/// Pending requests of an assignment run. By default their owners are unrated, and a lower id is the older request.
final class AssignmentRuns {

	private static final Instant FIRST_REQUEST = Instant.parse("2026-03-01T18:00:00Z");

	private AssignmentRuns() {
	}

	static List<PendingRequest> tracks(Genre genre, long... ids) {
		return LongStream.of(ids).mapToObj((id) -> request(id, genre, null, true)).toList();
	}

	static List<PendingRequest> threeTracks(Genre genre, long firstId) {
		return tracks(genre, firstId, firstId + 1, firstId + 2);
	}

	static List<PendingRequest> manyTracks(Genre genre, int count) {
		return tracks(genre, LongStream.rangeClosed(1, count).toArray());
	}

	static List<PendingRequest> ratedTrack(double rating, Genre genre, long id) {
		return List.of(request(id, genre, rating, true));
	}

	static List<PendingRequest> trackless(Genre genre, long... ids) {
		return LongStream.of(ids).mapToObj((id) -> request(id, genre, null, false)).toList();
	}

	static List<PendingRequest> ratedTrackless(double rating, Genre genre, long id) {
		return List.of(request(id, genre, rating, false));
	}

	@SafeVarargs
	static GroupPlan planOf(List<PendingRequest>... requests) {
		List<PendingRequest> pending = new ArrayList<>();
		for (List<PendingRequest> part : requests) {
			pending.addAll(part);
		}
		return GroupPlanner.plan(pending);
	}

	static GroupToForm group(Set<Genre> genres, Long... requests) {
		return new GroupToForm(genres, List.of(requests));
	}

	/// All combinations of 0 to `maximum` tracks in each genre.
	static Stream<int[]> everyDistribution(int maximum) {
		int genres = Genre.values().length;
		int distributions = (int) Math.pow(maximum + 1, genres);
		return IntStream.range(0, distributions).mapToObj((number) -> digits(number, maximum + 1, genres));
	}

	/// Requests with random ratings and times, some of them equal.
	/// @param tracks the number of requests with a track for each genre
	/// @param trackless the number of trackless requests for each genre
	static List<PendingRequest> requests(Random random, int[] tracks, int... trackless) {
		List<PendingRequest> pending = new ArrayList<>();
		for (Genre genre : Genre.values()) {
			for (int i = 0; i < tracks[genre.ordinal()]; i++) {
				pending.add(randomRequest(random, pending.size() + 1, genre, true));
			}
		}
		for (int genre = 0; genre < trackless.length; genre++) {
			for (int i = 0; i < trackless[genre]; i++) {
				pending.add(randomRequest(random, pending.size() + 1, Genre.values()[genre], false));
			}
		}
		return pending;
	}

	/// Few or many requests in few or many genres. Some genres have trackless requests
	/// only.
	static List<PendingRequest> randomRequests(Random random) {
		int scale = 1 + random.nextInt(40);
		return requests(random, randomCounts(random, scale), randomCounts(random, 1 + random.nextInt(scale)));
	}

	static PendingRequest randomRequest(Random random, long id, Genre genre, boolean hasTrack) {
		Double rating = (random.nextInt(4) > 0) ? 1 + random.nextInt(9) / 2.0 : null;
		Instant createdAt = FIRST_REQUEST.plusSeconds(random.nextInt(20));
		return new PendingRequest(id, genre, rating, createdAt, hasTrack);
	}

	private static int[] randomCounts(Random random, int scale) {
		return IntStream.range(0, Genre.values().length)
			.map((_) -> random.nextBoolean() ? random.nextInt(scale) : random.nextInt(3))
			.toArray();
	}

	private static int[] digits(int number, int base, int length) {
		int[] digits = new int[length];
		for (int i = 0, rest = number; i < length; i++, rest /= base) {
			digits[i] = rest % base;
		}
		return digits;
	}

	private static PendingRequest request(long id, Genre genre, @Nullable Double rating, boolean hasTrack) {
		return new PendingRequest(id, genre, rating, FIRST_REQUEST.plus(Duration.ofHours(id)), hasTrack);
	}

}
