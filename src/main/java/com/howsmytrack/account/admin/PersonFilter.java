package com.howsmytrack.account.admin;

import org.jspecify.annotations.Nullable;

/// Whom an operator looks for. What is null is not looked at.
///
/// @param emailBeginning how the address begins, in any case
public record PersonFilter(@Nullable String emailBeginning, @Nullable Boolean operator, @Nullable Boolean disabled) {
}
