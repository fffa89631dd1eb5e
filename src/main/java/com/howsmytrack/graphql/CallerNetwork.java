package com.howsmytrack.graphql;

/// Where a request came from, as `@ContextValue(CallerNetwork.NAME) NetworkAddress` of an operation.
public final class CallerNetwork {

	public static final String NAME = "callerNetwork";

	private CallerNetwork() {
	}

}
