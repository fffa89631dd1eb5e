package com.howsmytrack.graphql;

/// Who calls? Asked before every operation that the schema does not open to anyone.
public interface AccessCheck {

	/// Whether the caller is signed in.
	boolean isMember();

	/// Whether the caller is signed in and operates the service.
	boolean isOperator();

}
