package com.howsmytrack.graphql;

import java.util.regex.Pattern;

/// Checks what a reader can see of a text, for arguments that must have a text.
public final class VisibleText {

	/// The letters and symbols that Unicode defines without a glyph: the Hangul fillers,
	/// the empty Braille pattern, the blank Egyptian hieroglyphs and the musical null
	/// notehead.
	private static final String WITHOUT_GLYPH = "\u115f\u1160\u3164\uffa0\u2800\ud80d\udc41\ud80d\udc42\ud834\udd59";

	/// Also spaces, control and format characters, and combining marks.
	private static final String INVISIBLE = "\\p{Z}\\p{Cc}\\p{Cf}\\p{M}" + WITHOUT_GLYPH;

	private static final Pattern BLANK = Pattern.compile("[%s]*+".formatted(INVISIBLE));

	private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}&&[^%s]]".formatted(INVISIBLE));

	private VisibleText() {
	}

	/// Whether the text is empty or has invisible characters only. Combining marks are
	/// invisible without a base character.
	public static boolean isBlank(String text) {
		return BLANK.matcher(text).matches();
	}

	/// Whether the text has a visible letter or digit of any script (the Unicode
	/// categories L and N). Braille patterns, SignWriting and emoji are symbols.
	public static boolean hasLetterOrDigit(String text) {
		return LETTER_OR_DIGIT.matcher(text).find();
	}

	/// Whether Unicode defines the letter or symbol without a glyph.
	public static boolean isWithoutGlyph(int codePoint) {
		return WITHOUT_GLYPH.indexOf(codePoint) >= 0;
	}

	/// The number of visible letters and digits of any script.
	public static long lettersAndDigits(String text) {
		return LETTER_OR_DIGIT.matcher(text).results().count();
	}

}
