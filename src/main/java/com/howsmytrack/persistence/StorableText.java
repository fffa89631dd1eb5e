package com.howsmytrack.persistence;

/// What PostgreSQL can keep of what Java and JSON can say.
public final class StorableText {

	private StorableText() {
	}

	/// False for a text with U+0000 or half of a surrogate pair: the one is refused by
	/// the server, the other would silently become a question mark.
	public static boolean accepts(String text) {
		return text.codePoints().noneMatch((point) -> point == 0 || Character.getType(point) == Character.SURROGATE);
	}

}
