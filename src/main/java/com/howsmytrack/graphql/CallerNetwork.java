package com.howsmytrack.graphql;

/// The key of the caller's network in the context of an operation, for `@ContextValue(CallerNetwork.NAME)
/// NetworkAddress`.
public final class CallerNetwork {

	public static final String NAME = "callerNetwork";

	private CallerNetwork() {
	}

}
