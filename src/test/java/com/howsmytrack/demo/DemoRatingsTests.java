package com.howsmytrack.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class DemoRatingsTests {

	private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

	@Test
	void leavesMembersWithTwoRatedResponsesUnrated() {
		assertThat(DemoRatings.of(ratedOneAfterTheOther(5, 5), NOW)).isEmpty();
	}

	@Test
	void isTheMeanOfTheRatedResponses() {
		assertThat(DemoRatings.of(ratedOneAfterTheOther(5, 4, 4, 1), NOW)).containsExactly(entry("writer", 3.5));
	}

	@Test
	void forgetsAllButTheLatestFifteen() {
		List<DemoGroup> groups = ratedOneAfterTheOther(1, 1, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4);

		assertThat(DemoRatings.of(groups.reversed(), NOW)).containsExactly(entry("writer", 4.0));
	}

	private static List<DemoGroup> ratedOneAfterTheOther(int... ratings) {
		List<DemoGroup> groups = new ArrayList<>();
		int daysAgo = 100;
		for (int rating : ratings) {
			groups.add(new DemoGroup(daysAgo--, List.of(aTrackRated(rating), aTracklessRequestOfTheWriter())));
		}
		return groups;
	}

	private static DemoRequest aTrackRated(int rating) {
		return new DemoRequest("owner", "https://soundcloud.com/nobody/nothing", Genre.JAZZ, null, false, 1,
				List.of(new DemoResponse("writer", 1, false, rating, "Nice.", null)));
	}

	private static DemoRequest aTracklessRequestOfTheWriter() {
		return new DemoRequest("writer", null, Genre.JAZZ, null, false, 1, List.of());
	}

}
