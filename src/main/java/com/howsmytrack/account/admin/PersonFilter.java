package com.howsmytrack.account.admin;

import org.jspecify.annotations.Nullable;

/// Selects accounts. A null component selects all.
///
/// @param emailBeginning the beginning of the address, in any case
public record PersonFilter(@Nullable String emailBeginning, @Nullable Boolean operator, @Nullable Boolean disabled) {
}
