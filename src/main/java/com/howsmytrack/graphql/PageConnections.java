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

/// Pages as Relay's specification of connections has them. A cursor is the id of its node, veiled so that nobody builds
/// on that.
public final class PageConnections {

	private static final ErrorCode INVALID_PAGE = new ErrorCode("INVALID_PAGE");

	private static final ErrorCode INVALID_CURSOR = new ErrorCode("INVALID_CURSOR");

	private static final int USUAL_SIZE = 20;

	private static final int LARGEST_SIZE = 100;

	private static final Pattern CURSOR = Pattern.compile("id:([0-9]{1,18})");

	private PageConnections() {
	}

	/// What somebody asks for. Neither `first` nor `last` is the same as a usual `first`;
	/// more than the largest is the largest.
	static PageRange range(@Nullable Integer first, @Nullable String after, @Nullable Integer last,
			@Nullable String before) {
		if (first != null && last != null) {
			throw refused(INVALID_PAGE, "Ask for the first or for the last, not for both.", "last");
		}
		Integer size = (last != null) ? last : first;
		if (size != null && size < 0) {
			throw refused(INVALID_PAGE, "A page cannot have less than nothing.", (last != null) ? "last" : "first");
		}
		return new PageRange((after != null) ? id(after, "after") : Long.MAX_VALUE,
				(before != null) ? id(before, "before") : 0, Math.min((size != null) ? size : USUAL_SIZE, LARGEST_SIZE),
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
			// is no cursor either
		}
		throw refused(INVALID_CURSOR, "This is not a cursor of such a list.", argument);
	}

	private static UserErrorException refused(ErrorCode code, String message, String argument) {
		return new UserErrorException(ErrorType.BAD_REQUEST, new UserError(code, message, argument));
	}

}
