package com.howsmytrack.graphql;

import java.time.Duration;

/// A completed operation. It contains no text of the caller.
///
/// @param name the root field that was executed; `several` for more than one, `introspection` for a query of the
/// schema, `none` if nothing was executed
/// @param requestId the id of the request in the log
public record CompletedOperation(String name, OperationOutcome outcome, Duration duration, String requestId) {
}
