package com.howsmytrack.account.admin;

import com.howsmytrack.graphql.Identified;

/// A person with related data, the GraphQL type `PersonDetails`. Each module adds the fields for its own data; a field is
/// read only if the document selects it.
public record PersonDetails(PersonRecord person) implements Identified {

	@Override
	public long id() {
		return this.person.id();
	}

}
