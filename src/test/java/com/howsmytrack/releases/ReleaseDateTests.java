package com.howsmytrack.releases;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReleaseDateTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			2026       | 2026-01-01T00:00:00Z
			2026-11    | 2026-11-01T00:00:00Z
			2026-11-27 | 2026-11-27T00:00:00Z
			2024-02-29 | 2024-02-29T00:00:00Z
			""", delimiter = '|')
	void keepsTheKnownPart(String text, String beginning) {
		assertThat(ReleaseDate.parse(text)).hasValueSatisfying((date) -> {
			assertThat(date).hasToString(text);
			assertThat(date.beginning()).isEqualTo(beginning);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0000", "0000-00-00", "2026-13", "2026-00", "2025-02-29", "26", "2026-1",
			"2026-11-27T00", "12026", " 2026", "２０２６", "soon" })
	void rejectsWhatIsNoDate(String text) {
		assertThat(ReleaseDate.parse(text)).isEmpty();
	}

	@Test
	void rejectsAVeryLongText() {
		assertThat(ReleaseDate.parse("2".repeat(1_000_000))).isEmpty();
	}

}
