package com.howsmytrack.account.admin;

import org.jspecify.annotations.Nullable;

/// Identifies an account in an operation of the admin API: by its id or by its email address, in any letter case. An
/// imported account with an invalid address can be identified by its id only.
record AccountReference(@Nullable String id, @Nullable String email) {

	boolean isComplete() {
		return (this.id == null) != (this.email == null);
	}

	/// The argument of the operation that identifies the account.
	String argument() {
		return (this.id != null) ? "id" : "email";
	}

}
