package com.howsmytrack.graphql;

import graphql.GraphQLContext;
import jakarta.servlet.http.HttpServletResponse;

/// Carries what an operation left in its context into the headers of the answer.
@FunctionalInterface
public interface ResponseHeaders {

	/// Called once, when all operations of a document are done and nothing of the answer
	/// is sent yet.
	void add(GraphQLContext context, HttpServletResponse answer);

}
