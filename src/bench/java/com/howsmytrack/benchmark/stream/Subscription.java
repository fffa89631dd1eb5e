package com.howsmytrack.benchmark.stream;

/// What the load generator subscribes to, and where it delivers what it receives. All methods are called on the one thread
/// of [Streams].
public interface Subscription {

	/// The session token of the subscriber.
	String token();

	/// @param message the JSON of an event, as received
	void received(String message);

}
