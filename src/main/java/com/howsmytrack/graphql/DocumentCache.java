package com.howsmytrack.graphql;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;

import org.springframework.stereotype.Component;

/// Caches parsed and valid documents, because clients send the same few documents again and again. graphql-java has
/// an interface for such a cache, but no implementation. Measured for a document of 19 fields: parsing and validating
/// take 26 microseconds of processor time, executing it for a page of 380 fields 46.
///
/// Invalid documents are not cached, so that they cannot replace valid ones.
@Component
class DocumentCache implements PreparsedDocumentProvider {

	/// In characters of all documents together. Holds a few thousand documents of the
	/// client's size.
	private static final long MAX_CHARACTERS = 2_000_000;

	/// Maintenance runs on the calling thread, which takes less time than waking another
	/// thread.
	private final Cache<String, PreparsedDocumentEntry> documents = Caffeine.newBuilder()
		.executor(Runnable::run)
		.maximumWeight(MAX_CHARACTERS)
		.weigher((String document, PreparsedDocumentEntry _) -> document.length())
		.build();

	@Override
	public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(ExecutionInput input,
			Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
		PreparsedDocumentEntry cached = this.documents.getIfPresent(input.getQuery());
		if (cached == null) {
			cached = parseAndValidate.apply(input);
			if (!cached.hasErrors()) {
				this.documents.put(input.getQuery(), cached);
			}
		}
		return CompletableFuture.completedFuture(cached);
	}

}
