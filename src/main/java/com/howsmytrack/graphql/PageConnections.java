package com.howsmytrack.graphql;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import com.howsmytrack.persistence.Page;
import com.howsmytrack.persistence.PageRange;
import com.howsmytrack.persistence.RowPosition;
import graphql.relay.Connection;
import graphql.relay.ConnectionCursor;
import graphql.relay.DefaultConnection;
import graphql.relay.DefaultEdge;
import graphql.relay.DefaultPageInfo;
import graphql.relay.Edge;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.execution.ErrorType;

/// Builds pages as connections of the Relay specification.
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

	private PageConnections() {
	}

	/// The requested part of the list. Without `first` and `last`, the page starts at the
	/// beginning and has the default size. A larger size than the maximum is reduced.
	static PageRange range(PageArguments page, Cursor kind) {
		if (page.first() != null && page.last() != null) {
			throw error(INVALID_PAGE, "Give either `first` or `last`, not both.", "last");
		}
		Integer size = (page.last() != null) ? page.last() : page.first();
		if (size != null && size < 0) {
			throw error(INVALID_PAGE, "The size of a page must not be negative.",
					(page.last() != null) ? "last" : "first");
		}
		return new PageRange((page.after() != null) ? position(page.after(), kind, "after") : RowPosition.END,
				(page.before() != null) ? position(page.before(), kind, "before") : RowPosition.BEGINNING,
				Math.min((size != null) ? size : DEFAULT_SIZE, MAX_SIZE), page.last() != null);
	}

	/// For a page of a list that is ordered by the id.
	public static <T> Connection<T> of(Page<T> page, ToLongFunction<T> id) {
		return connection(page, (row) -> Cursor.of(id.applyAsLong(row)));
	}

	/// For a page of a list that is ordered by another column before the id.
	public static <T> Connection<T> ofPositions(Page<T> page, Function<T, RowPosition> position) {
		return connection(page, (row) -> Cursor.of(position.apply(row)));
	}

	private static <T> Connection<T> connection(Page<T> page, Function<T, ConnectionCursor> cursor) {
		List<Edge<T>> edges = page.rows()
			.stream()
			.<Edge<T>>map((row) -> new DefaultEdge<>(row, cursor.apply(row)))
			.toList();
		return new DefaultConnection<>(edges, new DefaultPageInfo(edges.isEmpty() ? null : edges.getFirst().getCursor(),
				edges.isEmpty() ? null : edges.getLast().getCursor(), page.newer(), page.older()));
	}

	private static RowPosition position(String cursor, Cursor kind, String argument) {
		return kind.decode(cursor)
			.orElseThrow(() -> error(INVALID_CURSOR, "This is not a cursor of this list.", argument));
	}

	private static UserErrorException error(ErrorCode code, String message, String argument) {
		return new UserErrorException(ErrorType.BAD_REQUEST, new UserError(code, message, argument));
	}

}
