package com.howsmytrack.graphql.stream;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.web.socket.TextMessage;

/// Joins and counts the parts of messages that the client of a WebSocket sends. Tomcat calls one method of a WebSocket at a
/// time.
final class MessageParts {

	private final StreamSettings settings;

	/// The parts of an incomplete message.
	private @Nullable StringBuilder parts;

	/// The size of the current message until now, in bytes.
	private int size;

	/// When the first part of the incomplete message has arrived. Null if there is none.
	private volatile @Nullable Long incompleteSince;

	private long second;

	private int messagesInSecond;

	MessageParts(StreamSettings settings) {
		this.settings = settings;
	}

	/// Counts a message or a part of it that the client has sent as a frame of its own.
	/// Parts that nearly fill the buffer were made by Tomcat, and are not counted.
	/// @return false if the client has sent too many in this second
	boolean count(TextMessage part) {
		if (!part.isLast() && part.getPayloadLength() >= StreamConfiguration.PART_LENGTH / 2) {
			return true;
		}
		long now = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
		if (now != this.second) {
			this.second = now;
			this.messagesInSecond = 0;
		}
		this.messagesInSecond++;
		return this.messagesInSecond <= this.settings.messagesPerSecond();
	}

	/// Adds a part of a message.
	/// @return the message if it is complete
	Optional<TextMessage> add(TextMessage part) throws TooLargeException {
		StringBuilder before = this.parts;
		this.size = part.getPayloadLength() + ((before != null) ? this.size : 0);
		if (this.size > this.settings.largestMessageBytes()) {
			this.parts = null;
			throw new TooLargeException();
		}
		if (before == null && part.isLast()) {
			return Optional.of(part);
		}
		StringBuilder all = ((before != null) ? before : new StringBuilder()).append(part.getPayload());
		if (part.isLast()) {
			this.parts = null;
			this.incompleteSince = null;
			return Optional.of(new TextMessage(all));
		}
		if (before == null) {
			this.incompleteSince = System.nanoTime();
		}
		this.parts = all;
		return Optional.empty();
	}

	/// The size of the last message, in bytes.
	int size() {
		return this.size;
	}

	/// Whether the client needs too long for a message.
	boolean isOverdue() {
		Long since = this.incompleteSince;
		return since != null && System.nanoTime() - since > this.settings.initTimeout().toNanos();
	}

	static final class TooLargeException extends Exception {

		private static final long serialVersionUID = 1;

	}

}
