package com.howsmytrack.graphql;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// An operation that reads fields with the directive `@auditRead`.
///
/// @param query the name of the operation in the schema
/// @param arguments ids, numbers, booleans and values of enums; [#TEXT] for every other value
/// @param fields the selected fields with the directive, as `Type.field`
/// @param object the id of the object that was read; null for a list, and if the object does not exist
public record OperatorRead(String query, Map<String, Object> arguments, List<String> fields, @Nullable Long object) {

	/// Replaces an argument that could contain an address or another text of a member.
	public static final String TEXT = "(text)";

}
