package com.howsmytrack.graphql;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Limits of a document. Fields, aliases and directives of a fragment count once for each use of the fragment.
///
/// @param characters the maximum number of characters of a document
/// @param tokens the maximum number of tokens of a document
/// @param depth the maximum number of nested levels of fields
/// @param rootFields the maximum number of root fields of all operations together
/// @param listItems the maximum number of items of each list in arguments and variables
/// @param timeLimit the maximum duration of a document, as error messages state it
/// @param lastBegin the time after which no further root field of the document is executed
@Validated
@ConfigurationProperties("howsmytrack.graphql.document")
record DocumentSettings(@Min(1) int characters, @Min(1) int tokens, @Min(1) int depth, @Min(1) int rootFields,
		@Min(1) int fields, @Min(1) int aliases, @Min(1) int directives, @Min(1) int fragments, @Min(1) int listItems,
		Duration timeLimit, Duration lastBegin) {
}
