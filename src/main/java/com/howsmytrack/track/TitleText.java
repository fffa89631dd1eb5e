package com.howsmytrack.track;

import org.jspecify.annotations.Nullable;

/// Cleans a text of another service, which is shown to members. Removed are control characters, and formatting characters
/// that could change the reading direction of the page or hide text. The joiners stay, because emoji and some languages
/// need them.
final class TitleText {

	static final int MAX_LENGTH = 200;

	private static final int NON_JOINER = 0x200C;

	private static final int JOINER = 0x200D;

	private TitleText() {
	}

	/// Null if nothing is left.
	static @Nullable String clean(String text) {
		StringBuilder cleaned = new StringBuilder();
		text.codePoints().map(TitleText::spaceOrSame).filter(TitleText::isShown).forEach(cleaned::appendCodePoint);
		String stripped = cleaned.toString().replaceAll(" {2,}", " ").strip();
		int length = stripped.codePointCount(0, stripped.length());
		String cut = (length > MAX_LENGTH)
				? stripped.substring(0, stripped.offsetByCodePoints(0, MAX_LENGTH - 1)).strip() + "…" : stripped;
		return cut.codePoints().allMatch((codePoint) -> codePoint == NON_JOINER || codePoint == JOINER) ? null : cut;
	}

	private static int spaceOrSame(int codePoint) {
		return (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) ? ' ' : codePoint;
	}

	private static boolean isShown(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
			case Character.FORMAT -> codePoint == NON_JOINER || codePoint == JOINER;
			default -> true;
		};
	}

}
