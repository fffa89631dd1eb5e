package com.howsmytrack.graphql;

import graphql.GraphQLContext;
import jakarta.servlet.http.HttpServletResponse;

/// Writes values that operations stored in their context into the headers of the response.
@FunctionalInterface
public interface ResponseHeaders {

	/// Called once after all operations of a document, before the response is sent.
	void add(GraphQLContext context, HttpServletResponse answer);

}
