package com.howsmytrack.track;

import java.util.Optional;

/// Finds the tracks of redirect addresses of this server, because earlier clients send such an address back.
public interface StoredLinks {

	/// Empty if the address is not a redirect address, or if its track is no longer
	/// stored.
	/// @param mediaUrl an address that a client sent
	Optional<TrackLink> trackOf(String mediaUrl);

}
