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

/// The fields that a query selects below a field, so that only their data is read. Fields that `@skip` excludes can
/// be among them; reading too much is not an error.
///
/// graphql-java's `DataFetchingFieldSelectionSet` computes the selection for each request. Here it is cached by the
/// field of the cached document, which is the same object each time. Measured for a page of 380 fields: it takes 16
/// microseconds in addition to 46 for executing the document, the cache less than 1.
public final class SelectedFields {

	/// Maintenance runs on the calling thread, which takes less time than waking another
	/// thread.
	private static final Cache<Field, SelectedFields> CACHE = Caffeine.newBuilder()
		.executor(Runnable::run)
		.weakKeys()
		.build();

	private final Set<String> paths = new HashSet<>();

	private SelectedFields() {
	}

	/// The fields below the field that is being fetched.
	public static SelectedFields of(DataFetchingEnvironment environment) {
		return (environment.getMergedField().getFields().size() == 1)
				? CACHE.get(environment.getField(), (_) -> read(environment)) : read(environment);
	}

	private static SelectedFields read(DataFetchingEnvironment environment) {
		SelectedFields selected = new SelectedFields();
		environment.getMergedField()
			.getFields()
			.forEach((field) -> selected.add("", field.getSelectionSet(), environment));
		return selected;
	}

	/// Whether any of these paths is selected, such as `feedbackResponses/replies`.
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

	/// Fragments do not include themselves; validation has checked this.
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
				// GraphQL has no other selection.
			}
		}
	}

}
