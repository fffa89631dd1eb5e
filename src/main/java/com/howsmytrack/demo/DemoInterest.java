package com.howsmytrack.demo;

import java.util.List;

import com.howsmytrack.track.Genre;

/// Which new releases a member wants to see.
///
/// @param member the name of a member
/// @param artists the names of artists that the member follows
/// @param genres the genres that the member has chosen
record DemoInterest(String member, List<String> artists, List<Genre> genres) {

	DemoInterest {
		// The YAML file omits empty lists.
		artists = (artists != null) ? artists : List.of();
		genres = (genres != null) ? genres : List.of();
	}

}
