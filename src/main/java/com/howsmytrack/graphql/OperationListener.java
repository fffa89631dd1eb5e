package com.howsmytrack.graphql;

/// Is notified of every completed operation, on the thread of its request.
@FunctionalInterface
public interface OperationListener {

	/// Called once for each document, whether it was executed or not.
	void ended(CompletedOperation operation);

}
