package com.howsmytrack.graphql;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;

import org.springframework.stereotype.Component;

/// Parses and validates a document once. The client sends the same few again and again, so nearly all are known.
///
/// Documents with errors are not kept: whoever sends garbage cannot push out what is needed.
@Component
class DocumentCache implements PreparsedDocumentProvider {

	/// In characters of all documents together: a few thousand of the client's size.
	private static final long LARGEST = 2_000_000;

	/// Who asks does the housekeeping: it takes less than waking another thread for it.
	private final Cache<String, PreparsedDocumentEntry> documents = Caffeine.newBuilder()
		.executor(Runnable::run)
		.maximumWeight(LARGEST)
		.weigher((String document, PreparsedDocumentEntry _) -> document.length())
		.build();

	@Override
	public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(ExecutionInput input,
			Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
		PreparsedDocumentEntry known = this.documents.getIfPresent(input.getQuery());
		if (known == null) {
			known = parseAndValidate.apply(input);
			if (!known.hasErrors()) {
				this.documents.put(input.getQuery(), known);
			}
		}
		return CompletableFuture.completedFuture(known);
	}

}
