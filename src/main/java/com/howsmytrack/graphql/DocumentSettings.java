package com.howsmytrack.graphql;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// What a document may ask at most. Fields, aliases and directives count as often as fragments repeat them.
///
/// @param characters of the document
/// @param tokens of the document
/// @param depth of fields within fields
/// @param rootFields of all operations together
/// @param listItems of any list in the variables
/// @param timeLimit of the document, as people are told
/// @param lastBegin after which no more operations of it are begun
@Validated
@ConfigurationProperties("howsmytrack.graphql.document")
record DocumentSettings(@Min(1) int characters, @Min(1) int tokens, @Min(1) int depth, @Min(1) int rootFields,
		@Min(1) int fields, @Min(1) int aliases, @Min(1) int directives, @Min(1) int fragments, @Min(1) int listItems,
		Duration timeLimit, Duration lastBegin) {
}
