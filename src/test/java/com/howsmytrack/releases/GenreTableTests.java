package com.howsmytrack.releases;

import java.util.List;

import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GenreTableTests {

	private final GenreTable genres = new GenreTable();

	@Test
	void findsTheGenresOfTags() {
		assertThat(this.genres.of(List.of("jazz", "Hip-Hop", "R&B"))).containsExactly(Genre.HIPHOP, Genre.JAZZ,
				Genre.URBAN_RNB);
	}

	@Test
	void aTagCanBelongToSeveralGenres() {
		assertThat(this.genres.of(List.of("pop rock"))).containsExactly(Genre.POP, Genre.ROCK_METAL_PUNK);
	}

	@Test
	void ignoresUnknownTags() {
		assertThat(this.genres.of(List.of("field recordings of toads", "", "jazzercise"))).isEmpty();
	}

}
