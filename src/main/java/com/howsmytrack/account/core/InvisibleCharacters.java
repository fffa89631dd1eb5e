package com.howsmytrack.account.core;

import com.howsmytrack.graphql.VisibleText;

/// Characters that people copy or type around an address without seeing them. Not the rule of `VisibleText`: that asks whether
/// a text shows anything, so control characters and combining marks count as invisible. At the end of an address they are a
/// reason to reject it. Both have one list of letters and symbols without a glyph.
final class InvisibleCharacters {

	private InvisibleCharacters() {
	}

	/// Drops white space, format characters (for example the zero-width space, the byte
	/// order mark and the marks of direction), variation selectors, and letters and
	/// symbols without a glyph at both ends. A control character that is not white space
	/// stays.
	static String strip(String text) {
		int start = 0;
		int end = text.length();
		while (start < end && isInvisible(text.codePointAt(start))) {
			start += Character.charCount(text.codePointAt(start));
		}
		while (start < end && isInvisible(text.codePointBefore(end))) {
			end -= Character.charCount(text.codePointBefore(end));
		}
		return text.substring(start, end);
	}

	private static boolean isInvisible(int character) {
		// The information separators count as white space in Java, but not in Unicode.
		return (Character.isWhitespace(character) && !(character >= 0x1C && character <= 0x1F))
				|| Character.isSpaceChar(character) || character == 0x85
				|| Character.getType(character) == Character.FORMAT || (character >= 0xFE00 && character <= 0xFE0F)
				|| character == 0x34F || VisibleText.isWithoutGlyph(character);
	}

}
