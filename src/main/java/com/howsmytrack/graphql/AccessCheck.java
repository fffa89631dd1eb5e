package com.howsmytrack.graphql;

/// Determines whether the caller is a member or an operator. It is called before every operation that not all callers
/// may execute.
public interface AccessCheck {

	/// Whether the caller is signed in.
	boolean isMember();

	/// Whether the caller is signed in and is an operator.
	boolean isOperator();

}
