package com.howsmytrack.feedback;

import java.util.Collection;
import java.util.stream.Collectors;

import com.howsmytrack.track.Genre;

/// The name of a group, as in `Feedback Group #12 - Jazz/Pop`.
public final class GroupName {

	private GroupName() {
	}

	/// Returns the name for the id and the genres of the group's tracks.
	public static String of(long id, Collection<Genre> genres) {
		return "Feedback Group #%d - %s".formatted(id,
				genres.stream().map(Genre::displayName).distinct().sorted().collect(Collectors.joining("/")));
	}

}
