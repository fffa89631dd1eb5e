package com.howsmytrack.feedback.response;

import java.util.Optional;

/// The rating of a response, from 1 to 5.
record Stars(short value) {

	private static final int WORST = 1;

	private static final int BEST = 5;

	/// Empty if the value is out of range.
	static Optional<Stars> of(int value) {
		return (value >= WORST && value <= BEST) ? Optional.of(new Stars((short) value)) : Optional.empty();
	}

}
