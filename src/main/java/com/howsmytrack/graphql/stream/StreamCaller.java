package com.howsmytrack.graphql.stream;

import com.howsmytrack.graphql.CallerSession;
import com.howsmytrack.web.NetworkAddress;

/// Who has opened a stream.
///
/// @param session with which the stream was opened
record StreamCaller(NetworkAddress network, CallerSession session) {

	/// The account id of the caller.
	long member() {
		return this.session.member();
	}

}
