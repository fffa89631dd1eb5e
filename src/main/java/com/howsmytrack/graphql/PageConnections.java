package com.howsmytrack.graphql;

import java.util.Base64;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

import com.howsmytrack.persistence.Page;
import com.howsmytrack.persistence.PageRange;
import graphql.relay.Connection;
import graphql.relay.ConnectionCursor;
import graphql.relay.DefaultConnection;
import graphql.relay.DefaultConnectionCursor;
import graphql.relay.DefaultEdge;
import graphql.relay.DefaultPageInfo;
import graphql.relay.Edge;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.execution.ErrorType;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// Builds pages as connections of the Relay specification. A cursor is the encoded id of its node, so that clients do
/// not depend on its content.
///
/// Spring's `ScrollSubrange` and `WindowConnectionAdapter` (2.0.6) cannot return the same results: a subrange has one
/// position, but `after` and `before` can limit a page together; `first` is silently preferred to `last`; and with
/// keyset positions, the adapter answers `hasPreviousPage: false` on every page read forward and `hasNextPage: false`
/// on every page read backward.
public final class PageConnections {

	private static final ErrorCode INVALID_PAGE = new ErrorCode("INVALID_PAGE");

	private static final ErrorCode INVALID_CURSOR = new ErrorCode("INVALID_CURSOR");

	private static final int DEFAULT_SIZE = 20;

	private static final int MAX_SIZE = 100;

	private static final Pattern CURSOR = Pattern.compile("id:([0-9]{1,18})");

	private PageConnections() {
	}

	/// The requested part of the list. Without `first` and `last`, the page starts at the
	/// beginning and has the default size. A larger size than the maximum is reduced.
	static PageRange range(@Nullable Integer first, @Nullable String after, @Nullable Integer last,
			@Nullable String before) {
		if (first != null && last != null) {
			throw error(INVALID_PAGE, "Give either `first` or `last`, not both.", "last");
		}
		Integer size = (last != null) ? last : first;
		if (size != null && size < 0) {
			throw error(INVALID_PAGE, "The size of a page must not be negative.", (last != null) ? "last" : "first");
		}
		return new PageRange((after != null) ? id(after, "after") : Long.MAX_VALUE,
				(before != null) ? id(before, "before") : 0, Math.min((size != null) ? size : DEFAULT_SIZE, MAX_SIZE),
				last != null);
	}

	public static <T> Connection<T> of(Page<T> page, ToLongFunction<T> id) {
		List<Edge<T>> edges = page.rows()
			.stream()
			.<Edge<T>>map((row) -> new DefaultEdge<>(row, cursor(id.applyAsLong(row))))
			.toList();
		return new DefaultConnection<>(edges, new DefaultPageInfo(edges.isEmpty() ? null : edges.getFirst().getCursor(),
				edges.isEmpty() ? null : edges.getLast().getCursor(), page.newer(), page.older()));
	}

	private static ConnectionCursor cursor(long id) {
		return new DefaultConnectionCursor(
				Base64.getUrlEncoder().withoutPadding().encodeToString(("id:" + id).getBytes(US_ASCII)));
	}

	private static long id(String cursor, String argument) {
		try {
			var decoded = CURSOR.matcher(new String(Base64.getUrlDecoder().decode(cursor), US_ASCII));
			if (decoded.matches()) {
				return Long.parseLong(decoded.group(1));
			}
		}
		catch (IllegalArgumentException notBase64) {
			// handled below, like any other text that is not a cursor
		}
		throw error(INVALID_CURSOR, "This is not a cursor of this list.", argument);
	}

	private static UserErrorException error(ErrorCode code, String message, String argument) {
		return new UserErrorException(ErrorType.BAD_REQUEST, new UserError(code, message, argument));
	}

}
