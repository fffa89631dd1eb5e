package com.howsmytrack.graphql;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import org.jspecify.annotations.Nullable;

/// The size of a document, measured before validation. Each fragment is measured once, so that measuring is fast even
/// for a document whose fragments include each other twice at each level.
///
/// @param fields counted once for each use of a fragment; likewise aliases, directives and root fields
/// @param onceFields root fields that a document may contain only once
/// @param longestList in the arguments of fields and directives
record DocumentSize(long fields, long aliases, long directives, int depth, long rootFields, long onceFields,
		int longestList, int fragments) {

	/// Larger than any limit; the sum of two of them does not overflow.
	private static final long MAX_COUNT = 1_000_000_000_000L;

	/// @param once tells which root fields a document may contain only once
	static DocumentSize of(Document document, Predicate<String> once) {
		Measure measure = new Measure(document, once);
		Part all = Part.NONE;
		for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
			all = all.and(measure.selections(operation.getSelectionSet()))
				.and(Part.directives(operation.getDirectives()));
		}
		return new DocumentSize(all.fields, all.aliases, all.directives, all.depth, all.rootFields, all.onceFields,
				all.longestList, measure.fragments.size());
	}

	/// @param rootFields at the top level of this part
	private record Part(long fields, long aliases, long directives, int depth, long rootFields, long onceFields,
			int longestList) {

		static final Part NONE = new Part(0, 0, 0, 0, 0, 0, 0);

		static Part directives(List<Directive> directives) {
			return new Part(0, 0, directives.size(), 0, 0, 0,
					directives.stream().mapToInt((directive) -> longestOf(directive.getArguments())).max().orElse(0));
		}

		Part and(Part other) {
			return new Part(sum(this.fields, other.fields), sum(this.aliases, other.aliases),
					sum(this.directives, other.directives), Math.max(this.depth, other.depth),
					sum(this.rootFields, other.rootFields), sum(this.onceFields, other.onceFields),
					Math.max(this.longestList, other.longestList));
		}

		/// The same part as the selection of a field: its fields are no longer at the top
		/// level.
		Part below() {
			return new Part(this.fields, this.aliases, this.directives, this.depth + 1, 0, 0, this.longestList);
		}

		private static long sum(long one, long other) {
			return Math.min(MAX_COUNT, one + other);
		}

	}

	private static int longestOf(List<Argument> arguments) {
		return arguments.stream().mapToInt((argument) -> longestIn(argument.getValue())).max().orElse(0);
	}

	private static int longestIn(@Nullable Value<?> value) {
		return switch (value) {
			case ArrayValue list -> Math.max(list.getValues().size(),
					list.getValues().stream().mapToInt(DocumentSize::longestIn).max().orElse(0));
			case ObjectValue object ->
				object.getObjectFields().stream().mapToInt((field) -> longestIn(field.getValue())).max().orElse(0);
			case null, default -> 0;
		};
	}

	private static final class Measure {

		private final Map<String, FragmentDefinition> fragments = new HashMap<>();

		private final Map<String, Part> measured = new HashMap<>();

		private final Set<String> inProgress = new HashSet<>();

		private final Predicate<String> once;

		Measure(Document document, Predicate<String> once) {
			document.getDefinitionsOfType(FragmentDefinition.class)
				.forEach((fragment) -> this.fragments.put(fragment.getName(), fragment));
			this.once = once;
		}

		Part selections(@Nullable SelectionSet set) {
			Part all = Part.NONE;
			if (set != null) {
				for (Selection<?> selection : set.getSelections()) {
					all = all.and(selection(selection));
				}
			}
			return all;
		}

		private Part selection(Selection<?> selection) {
			return switch (selection) {
				case Field field ->
					new Part(1, (field.getAlias() != null) ? 1 : 0, 0, 1, 1, this.once.test(field.getName()) ? 1 : 0,
							longestOf(field.getArguments()))
						.and(Part.directives(field.getDirectives()))
						.and(selections(field.getSelectionSet()).below());
				case InlineFragment inline ->
					selections(inline.getSelectionSet()).and(Part.directives(inline.getDirectives()));
				case FragmentSpread spread -> fragment(spread.getName()).and(Part.directives(spread.getDirectives()));
				default -> Part.NONE;
			};
		}

		/// The validation reports fragments that are missing or that include themselves.
		private Part fragment(String name) {
			FragmentDefinition fragment = this.fragments.get(name);
			if (fragment == null || !this.inProgress.add(name)) {
				return Part.NONE;
			}
			Part part = this.measured.get(name);
			if (part == null) {
				part = selections(fragment.getSelectionSet()).and(Part.directives(fragment.getDirectives()));
				this.measured.put(name, part);
			}
			this.inProgress.remove(name);
			return part;
		}

	}

}
