package com.howsmytrack.graphql;

import java.util.regex.Pattern;

/// Checks what a reader can see of a text, for arguments that must have a text.
public final class VisibleText {

	/// Spaces, control and format characters, combining marks, and the letters and
	/// symbols that Unicode defines without a glyph: the Hangul fillers, the blank
	/// Egyptian hieroglyphs, the empty Braille pattern and the musical null notehead.
	private static final String INVISIBLE = "\\p{Z}\\p{Cc}\\p{Cf}\\p{M}\\u115f\\u1160\\u3164\\uffa0"
			+ "\\x{13441}\\x{13442}\\u2800\\x{1d159}";

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

	/// The number of visible letters and digits of any script.
	public static long lettersAndDigits(String text) {
		return LETTER_OR_DIGIT.matcher(text).results().count();
	}

}
