package com.howsmytrack.graphql;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class VisibleTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n\t ", "\u2003", "\u00a0", "\u2007\u202f", "\u200b", "\u2060\ufeff", "\u2800",
			"\u3164\u115f\u1160\uffa0", "\u0301", "\ufe0f", "\u0007", "\u202e", "\ud834\udd59", "\ud80d\udc41",
			"\ud80d\udc42 \ud834\udd59\u0301", "\udb40\udc41" })
	void isBlankIfItHasInvisibleCharactersOnly(String text) {
		assertThat(VisibleText.isBlank(text)).isTrue();
		assertThat(VisibleText.hasLetterOrDigit(text)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "é", "e\u0301", "ß", "Ж", "ㅎ", "한", "音", "し", "ا", "ก", "क", "ක", "ኣ", "𒀀", "𝕳",
			"ª", "7", "٣", "Ⅷ", "½", "🎹7", "\u200bok", "... a" })
	void hasALetterOrDigitInAnyScript(String text) {
		assertThat(VisibleText.hasLetterOrDigit(text)).isTrue();
		assertThat(VisibleText.isBlank(text)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { ".", "!?", "👍", "👩‍🎤", "♪", "\u2801\u2803", "\ud836\udc00", "\ue000" })
	void hasNoLetterButIsNotBlank(String text) {
		assertThat(VisibleText.hasLetterOrDigit(text)).isFalse();
		assertThat(VisibleText.isBlank(text)).isFalse();
	}

	@Test
	void isCheckedInALongTextWithoutDeepRecursion() {
		assertThat(VisibleText.isBlank("\u0301".repeat(1_000_000))).isTrue();
		assertThat(VisibleText.hasLetterOrDigit("\u0301".repeat(1_000_000) + "a")).isTrue();
	}

}
