package com.howsmytrack.graphql;

import org.springframework.graphql.execution.ErrorType;

/// A refusal where the contract asks for a GraphQL error instead of a payload: signing in and what goes
/// with it.
public class RefusedException extends RuntimeException {

	private final ErrorType classification;

	private final transient Refusal refusal;

	public RefusedException(ErrorType classification, Refusal refusal) {
		super(refusal.message(), null, false, false);
		this.classification = classification;
		this.refusal = refusal;
	}

	ErrorType classification() {
		return this.classification;
	}

	Refusal refusal() {
		return this.refusal;
	}

}
