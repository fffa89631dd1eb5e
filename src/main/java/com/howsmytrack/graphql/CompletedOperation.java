package com.howsmytrack.graphql;

import java.time.Duration;

/// An operation that is over. Nothing in it comes from the caller but the choice among names of ours.
///
/// @param name the root field of the schema that was executed; `several` where there were more, `introspection` where
/// somebody asked for the schema, `none` where nothing was executed
/// @param requestId under which the log has it
public record CompletedOperation(String name, OperationOutcome outcome, Duration duration, String requestId) {
}
