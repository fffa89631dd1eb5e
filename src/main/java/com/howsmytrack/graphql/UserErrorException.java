package com.howsmytrack.graphql;

import graphql.ErrorClassification;

/// Carries a [UserError] where the contract requires a GraphQL error instead of a payload: queries of operators, and
/// signing in.
public class UserErrorException extends RuntimeException {

	private final transient ErrorClassification classification;

	private final transient UserError error;

	public UserErrorException(ErrorClassification classification, UserError error) {
		super(error.message(), null, false, false);
		this.classification = classification;
		this.error = error;
	}

	ErrorClassification classification() {
		return this.classification;
	}

	UserError error() {
		return this.error;
	}

}
