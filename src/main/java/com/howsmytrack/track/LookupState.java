package com.howsmytrack.track;

/// The states of a look-up that has ended.
enum LookupState {

	/// The target of a short link, or a title, is known.
	FOUND,

	/// The service told nothing. A short link stays a link.
	NOT_FOUND,

	/// The track does not exist.
	GONE

}
