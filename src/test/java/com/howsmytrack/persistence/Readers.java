package com.howsmytrack.persistence;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/// Batching readers for tests without the whole application.
public final class Readers {

	private Readers() {
	}

	public static BatchingReaders create() {
		return new BatchingReaders(new SimpleMeterRegistry());
	}

}
