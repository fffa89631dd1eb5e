package com.howsmytrack.graphql;

/// Hears of every operation when it is over, on the thread that answers it.
@FunctionalInterface
public interface OperationListener {

	/// Called once for each document, executed or not.
	void ended(CompletedOperation operation);

}
