package com.howsmytrack.feedback.admin;

import org.jspecify.annotations.Nullable;

/// Which responses an operator looks for. What is null is not looked at.
///
/// @param writer who wrote them, or is to
/// @param owner whose tracks they are about
/// @param group of the request that they are about
/// @param request that they are about
public record ResponseFilter(@Nullable Long writer, @Nullable Long owner, @Nullable Long group, @Nullable Long request,
		@Nullable Boolean submitted) {

	/// Those that somebody wrote, or is to write.
	public static ResponseFilter by(long writer) {
		return new ResponseFilter(writer, null, null, null, null);
	}

	/// Those on the tracks of somebody.
	public static ResponseFilter to(long owner) {
		return new ResponseFilter(null, owner, null, null, null);
	}

	/// Those between the members of a group.
	public static ResponseFilter inGroup(long group) {
		return new ResponseFilter(null, null, group, null, null);
	}

	/// Those on one request.
	public static ResponseFilter on(long request) {
		return new ResponseFilter(null, null, null, request, null);
	}

}
