package com.howsmytrack.graphql.stream;

import java.util.Optional;

import com.howsmytrack.graphql.CallerSession;
import com.howsmytrack.web.NetworkAddress;

/// What [OpenStreams] needs of a stream.
interface OpenStream {

	StreamProtocol protocol();

	/// The heap that is reserved when the stream is opened, in bytes.
	long heap();

	NetworkAddress network();

	/// The session with which the stream was opened.
	CallerSession session();

	/// A reason to end the stream that its client has caused.
	Optional<StreamEnd> clientFailure();

	/// Ends the stream. It can wait for the client for some seconds.
	void close(StreamEnd end);

}
