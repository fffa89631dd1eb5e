package com.howsmytrack.releases;

/// Texts of music services, in the form in which they are stored.
final class ServiceText {

	/// As in the constraints of the tables.
	private static final int MOST_CHARACTERS = 500;

	private static final int MOST_OF_KIND = 50;

	private ServiceText() {
	}

	/// Without control characters and halves of surrogate pairs, which the database
	/// rejects, and not too long.
	static String cleaned(String text) {
		return shortened(text, MOST_CHARACTERS);
	}

	/// The same for a short word.
	static String word(String text) {
		return shortened(text, MOST_OF_KIND);
	}

	private static String shortened(String text, int most) {
		return text.codePoints()
			.filter((point) -> !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE)
			.limit(most)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString()
			.strip();
	}

}
