package com.howsmytrack.matching;

import java.util.List;

/// An assignment run left requests pending. Published in the transaction of the run, once for each reason.
///
/// @param requests ids of the requests
public record RequestsLeftPending(List<Long> requests, Reason reason) {

	/// Why the requests stay pending. A reason tells nothing about the requests of single
	/// members.
	public enum Reason {

		/// A group needs two requests with a track, and there were fewer.
		TOO_FEW_TRACKS,

		/// The version that ran does not support the genre, for example during an update.
		UNSUPPORTED_GENRE

	}

}
