package com.howsmytrack.account.admin;

import org.jspecify.annotations.Nullable;

/// Names an account in an operation of the operators' API: by its id or by its email address, in any case. An imported
/// account can have an address that is not valid; then only the id names it.
record AccountReference(@Nullable String id, @Nullable String email) {

	boolean isComplete() {
		return (this.id == null) != (this.email == null);
	}

	/// The argument of the operation that names the account.
	String argument() {
		return (this.id != null) ? "id" : "email";
	}

}
