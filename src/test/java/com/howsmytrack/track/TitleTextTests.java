package com.howsmytrack.track;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class TitleTextTests {

	@ParameterizedTest
	@MethodSource
	void removesWhatCouldChangeAPage(String text, String expected) {
		assertThat(TitleText.clean(text)).isEqualTo(expected);
	}

	static Stream<Arguments> removesWhatCouldChangeAPage() {
		return Stream.of(arguments("Rain", "Rain"), arguments("  Rain \n on\tTin  ", "Rain on Tin"),
				arguments("Ra\u0000in", "Rain"), arguments("\u202Egnos\u202C", "gnos"),
				arguments("\u2066a\u2069\uFEFFb", "ab"), arguments("a\u00a0\u2003b", "a b"),
				arguments("👩\u200D🎤", "👩\u200D🎤"), arguments("half \uD83D", "half"), arguments("שיר", "שיר"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n ", "\u0000", "\u202E", "\u200D\u200C", "\uFEFF" })
	void hasNoTitleWithoutAVisibleCharacter(String text) {
		assertThat(TitleText.clean(text)).isNull();
	}

	@Test
	void shortensALongTitle() {
		assertThat(TitleText.clean("🎵".repeat(2000))).isEqualTo("🎵".repeat(199) + "…");
		assertThat(TitleText.clean("a".repeat(200))).hasSize(200).endsWith("a");
	}

}
