package com.howsmytrack.graphql;

/// Records which texts and authors operators read. The module `audit` implements it.
@FunctionalInterface
public interface OperatorReads {

	/// Called before the result is returned. If it throws an exception, the operation
	/// fails and returns no data.
	/// @param operator the account id of the operator
	void record(long operator, OperatorRead read);

}
