package com.howsmytrack.demo;

import java.time.Instant;
import java.util.List;

import com.howsmytrack.track.Genre;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DemoGroupTests {

	@Test
	void isNamedAfterTheGenresOfItsTracks() {
		DemoGroup group = new DemoGroup(1, List.of(aRequest("hana", "https://soundcloud.com/hana/1", Genre.URBAN_RNB),
				aRequest("elif", "https://soundcloud.com/elif/1", Genre.JAZZ),
				aRequest("nia", "https://soundcloud.com/nia/1", Genre.URBAN_RNB), aRequest("rosa", null, Genre.POP)));

		assertThat(group.name(12)).isEqualTo("Feedback Group #12 - Jazz/Urban/R&B");
	}

	@Test
	void isFormedByTheNightlyRun() {
		Instant formedAt = new DemoGroup(2, List.of()).formedAt(Instant.parse("2026-03-10T00:15:00Z"));

		assertThat(formedAt).isEqualTo("2026-03-08T02:30:00Z");
	}

	@Test
	void hasNoFormAboutATracklessMember() {
		DemoGroup group = new DemoGroup(1, List.of(aRequest("elif", "https://soundcloud.com/elif/1", Genre.JAZZ),
				aRequest("rosa", null, Genre.JAZZ)));

		assertThat(group.forms()).containsExactly(new DemoForm("elif", "rosa", null));
	}

	private static DemoRequest aRequest(String owner, @Nullable String url, Genre genre) {
		return new DemoRequest(owner, url, genre, null, false, 1, List.of(), List.of());
	}

}
