package com.howsmytrack.account.core;

/// Characters that people copy or type around an address without seeing them.
final class InvisibleCharacters {

	/// Letters and symbols that have no shape: the Braille blank and the Hangul fillers.
	private static final String BLANKS = "\u2800\u115F\u1160\u3164\uFFA0";

	private InvisibleCharacters() {
	}

	/// Drops white space, format characters (for example the zero-width space, the byte
	/// order mark and the marks of
	/// direction), variation selectors and blanks at both ends. A control character that
	/// is not white space stays.
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
				|| character == 0x34F || BLANKS.indexOf(character) >= 0;
	}

}
