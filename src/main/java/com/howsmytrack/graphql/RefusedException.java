package com.howsmytrack.graphql;

import graphql.ErrorClassification;

/// A refusal where the contract asks for a GraphQL error instead of a payload: signing in and what goes
/// with it.
public class RefusedException extends RuntimeException {

	private final transient ErrorClassification classification;

	private final transient Refusal refusal;

	public RefusedException(ErrorClassification classification, Refusal refusal) {
		super(refusal.message(), null, false, false);
		this.classification = classification;
		this.refusal = refusal;
	}

	ErrorClassification classification() {
		return this.classification;
	}

	Refusal refusal() {
		return this.refusal;
	}

}
