package com.howsmytrack.releases;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// A music service refused a call, or its answer is not usable. The message is for operators, and can be stored.
class SourceException extends RuntimeException {

	/// What the failure means for the next call.
	enum Kind {

		/// It can succeed after a while.
		FAILED,

		/// It fails until an operator changes a setting.
		REFUSED

	}

	private final Kind kind;

	private final @Nullable Duration wait;

	private SourceException(Kind kind, String message, @Nullable Duration wait) {
		super(ServiceText.cleaned(message));
		this.kind = kind;
		this.wait = wait;
	}

	static SourceException failed(String message) {
		return new SourceException(Kind.FAILED, message, null);
	}

	static SourceException refused(String message) {
		return new SourceException(Kind.REFUSED, message, null);
	}

	/// @param wait how long the service wants no call; null if it does not say so
	static SourceException tooManyCalls(String message, @Nullable Duration wait) {
		return new SourceException(Kind.FAILED, message, wait);
	}

	String message() {
		return String.valueOf(getMessage());
	}

	boolean isRefusal() {
		return this.kind == Kind.REFUSED;
	}

	/// How long the service wants no call, if it says so.
	Optional<Duration> requestedWait() {
		return Optional.ofNullable(this.wait);
	}

}
