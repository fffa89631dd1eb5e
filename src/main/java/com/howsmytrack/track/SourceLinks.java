package com.howsmytrack.track;

import java.util.Optional;
import java.util.Set;

/// The rules for the links of one service.
interface SourceLinks {

	/// Whether links with this host, in lower case, belong to the service.
	boolean hasHost(String host);

	/// Accepts the link of a track, or says why it is none.
	ParsedLink read(WebAddress address);

	/// The origins of the addresses of this kind of player.
	default Set<String> playerOrigins(Player.Kind kind) {
		return Set.of();
	}

	/// The hosts of short links, whose targets only the service knows.
	default Set<String> shortHosts() {
		return Set.of();
	}

	/// The host that tells titles by oEmbed, if there is one.
	default Optional<String> oEmbedHost() {
		return Optional.empty();
	}

	/// Whether the title of this track is looked up.
	/// @param link no short link
	default boolean hasTitle(TrackLink link) {
		return oEmbedHost().isPresent();
	}

}
