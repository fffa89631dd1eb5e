package com.howsmytrack.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What last night's run would have made of the ratings in the story. The rule is that of the nightly job, repeated
/// here so that the story can be checked without a database; running the job changes nothing.
final class DemoRatings {

	private static final int CONSIDERED = 15;

	private static final int NEEDED = 3;

	private DemoRatings() {
	}

	/// By the name of the member; the unrated are not in it.
	static Map<String, Double> of(List<DemoGroup> groups, Instant now) {
		Map<String, List<Rated>> given = new HashMap<>();
		for (DemoGroup group : groups) {
			for (DemoForm form : group.forms()) {
				DemoResponse response = form.response();
				if (response != null && response.rating() != null) {
					Instant submittedAt = response.submittedAt(group.formedAt(now));
					given.computeIfAbsent(form.responder(), (responder) -> new ArrayList<>())
						.add(new Rated(submittedAt, response.rating()));
				}
			}
		}
		Map<String, Double> ratings = new HashMap<>();
		given.forEach((responder, rated) -> {
			if (rated.size() >= NEEDED) {
				ratings.put(responder, meanOfTheLatest(rated));
			}
		});
		return ratings;
	}

	private static double meanOfTheLatest(List<Rated> rated) {
		return rated.stream()
			.sorted(Comparator.comparing(Rated::submittedAt).reversed())
			.limit(CONSIDERED)
			.mapToInt(Rated::rating)
			.average()
			.orElseThrow();
	}

	private record Rated(Instant submittedAt, int rating) {
	}

}
