package com.howsmytrack.account.admin;

import org.jspecify.annotations.Nullable;

/// Selects accounts. A null component selects all.
///
/// @param emailPrefix the beginning of the address, in any letter case; an international domain in either form
record PersonFilter(@Nullable String emailPrefix, @Nullable Boolean operator, @Nullable Boolean disabled,
		@Nullable Boolean emailRefused) {
}
