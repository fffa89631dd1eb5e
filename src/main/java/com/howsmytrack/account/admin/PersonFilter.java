package com.howsmytrack.account.admin;

import org.jspecify.annotations.Nullable;

/// Selects accounts. A null component selects all.
///
/// @param emailPrefix the beginning of the address, in any letter case
record PersonFilter(@Nullable String emailPrefix, @Nullable Boolean operator, @Nullable Boolean disabled) {
}
