package com.howsmytrack.feedback;

import java.util.List;

/// A night put requests into groups. Announced within its transaction, piece by piece.
///
/// @param requests their ids
public record RequestsGrouped(List<Long> requests) {
}
