package com.howsmytrack.account.admin;

/// A person with related data, the GraphQL type `PersonDetails`. Each module adds the fields for its own data; a field is
/// read only if the document selects it.
public record PersonDetails(PersonRecord person) {

	public long id() {
		return this.person.id();
	}

}
