package com.howsmytrack.graphql;

import java.util.HashSet;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/// What a query asks of a field, so that nothing else is read. Fields that `@skip` leaves out may be among them: to read
/// too much is no mistake.
///
/// The library's own answer works out the whole operation anew for each request. A document that is asked again and
/// again is parsed once, so its fields are the same objects each time, and what they ask for is remembered.
public final class SelectedFields {

	/// Who asks does the housekeeping: it takes less than waking another thread for it.
	private static final Cache<Field, SelectedFields> KNOWN = Caffeine.newBuilder()
		.executor(Runnable::run)
		.weakKeys()
		.build();

	private final Set<String> paths = new HashSet<>();

	private SelectedFields() {
	}

	/// Below the field that is fetched.
	public static SelectedFields of(DataFetchingEnvironment environment) {
		return (environment.getMergedField().getFields().size() == 1)
				? KNOWN.get(environment.getField(), (_) -> read(environment)) : read(environment);
	}

	private static SelectedFields read(DataFetchingEnvironment environment) {
		SelectedFields selected = new SelectedFields();
		environment.getMergedField()
			.getFields()
			.forEach((field) -> selected.add("", field.getSelectionSet(), environment));
		return selected;
	}

	/// Whether any of these is asked for, as `feedbackResponses/replies`.
	public boolean containAnyOf(String... wanted) {
		for (String path : wanted) {
			if (this.paths.contains(path)) {
				return true;
			}
		}
		return false;
	}

	private void add(String parent, @Nullable SelectionSet selections, DataFetchingEnvironment environment) {
		if (selections != null) {
			selections.getSelections().forEach((selection) -> add(parent, selection, environment));
		}
	}

	/// Fragments lead nowhere twice: validation saw to that.
	private void add(String parent, Selection<?> selection, DataFetchingEnvironment environment) {
		switch (selection) {
			case Field field -> {
				this.paths.add(parent + field.getName());
				add(parent + field.getName() + "/", field.getSelectionSet(), environment);
			}
			case InlineFragment inline -> add(parent, inline.getSelectionSet(), environment);
			case FragmentSpread spread -> {
				FragmentDefinition fragment = environment.getFragmentsByName().get(spread.getName());
				add(parent, (fragment != null) ? fragment.getSelectionSet() : null, environment);
			}
			default -> {
				// the language has no other
			}
		}
	}

}
