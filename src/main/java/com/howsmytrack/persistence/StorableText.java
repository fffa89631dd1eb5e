package com.howsmytrack.persistence;

/// Checks whether PostgreSQL can store a text.
public final class StorableText {

	private StorableText() {
	}

	/// False for a text with U+0000 or an unpaired surrogate: PostgreSQL rejects the
	/// first, and the second would be stored as a question mark.
	public static boolean accepts(String text) {
		return text.codePoints().noneMatch((point) -> point == 0 || Character.getType(point) == Character.SURROGATE);
	}

}
