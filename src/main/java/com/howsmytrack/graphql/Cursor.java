package com.howsmytrack.graphql;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.howsmytrack.persistence.RowPosition;
import graphql.relay.ConnectionCursor;
import graphql.relay.DefaultConnectionCursor;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// The two kinds of cursors: the encoded position of a node, so that clients do not depend on its content.
enum Cursor {

	/// For lists that are ordered by the id.
	OF_ID("id:(?<id>[0-9]{1,18})"),

	/// For lists that are ordered by another column before the id.
	OF_POSITION("position:(?<leading>[0-9]{1,18})[.](?<id>[0-9]{1,18})");

	private final Pattern content;

	Cursor(String content) {
		this.content = Pattern.compile(content);
	}

	static ConnectionCursor of(long id) {
		return encoded("id:" + id);
	}

	static ConnectionCursor of(RowPosition position) {
		return encoded("position:" + position.leading() + "." + position.id());
	}

	private static ConnectionCursor encoded(String content) {
		return new DefaultConnectionCursor(
				Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(US_ASCII)));
	}

	/// Empty if the text is not a cursor of this kind.
	Optional<RowPosition> decode(String cursor) {
		try {
			Matcher content = this.content.matcher(new String(Base64.getUrlDecoder().decode(cursor), US_ASCII));
			if (content.matches()) {
				long leading = (this == OF_POSITION) ? Long.parseLong(content.group("leading")) : 0;
				return Optional.of(new RowPosition(leading, Long.parseLong(content.group("id"))));
			}
			return Optional.empty();
		}
		catch (IllegalArgumentException notBase64) {
			return Optional.empty();
		}
	}

}
