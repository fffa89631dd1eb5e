package com.howsmytrack.graphql;

/// Tells who the caller is. It is asked before every operation that the schema does not open to everyone.
public interface AccessCheck {

	/// Whether the caller is signed in.
	boolean isMember();

	/// Whether the caller is signed in and is an operator.
	boolean isOperator();

}
