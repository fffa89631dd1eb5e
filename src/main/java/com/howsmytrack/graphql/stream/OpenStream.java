package com.howsmytrack.graphql.stream;

import java.util.Optional;

import com.howsmytrack.graphql.CallerSession;
import com.howsmytrack.web.NetworkAddress;

/// A stream as [OpenStreams] knows it.
interface OpenStream {

	StreamProtocol protocol();

	NetworkAddress network();

	/// The session with which the stream was opened. Empty if the caller was not signed
	/// in.
	Optional<CallerSession> session();

	/// Whether the client has probably disappeared without closing the connection.
	boolean isLost();

	/// Ends the stream. It can wait for the client for some seconds.
	void close(StreamEnd end);

}
