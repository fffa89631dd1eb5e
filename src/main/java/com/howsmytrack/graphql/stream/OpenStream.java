package com.howsmytrack.graphql.stream;

import java.util.Optional;

/// What [OpenStreams] needs of a stream.
interface OpenStream {

	StreamProtocol protocol();

	/// The heap that is reserved when the stream is opened, in bytes.
	long heap();

	StreamCaller caller();

	/// A reason to end the stream that its client has caused.
	Optional<StreamEnd> clientFailure();

	/// Ends the stream. It can wait for the client for some seconds.
	void close(StreamEnd end);

}
