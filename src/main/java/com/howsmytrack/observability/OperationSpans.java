package com.howsmytrack.observability;

import java.time.Clock;
import java.time.Instant;

import com.howsmytrack.graphql.CompletedOperation;
import com.howsmytrack.graphql.OperationListener;
import com.howsmytrack.graphql.OperationOutcome;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/// Creates one span for each operation, after the operation has ended. A span contains neither the caller nor the
/// request; its request id identifies the log entries.
///
/// The bridge of Micrometer would create spans from observations. Those need `ObservationAutoConfiguration`, which
/// application.yaml excludes: it observes each HTTP request, each field of an operation and each scheduled task, also
/// where no traces are sent. With it, `userDetails` answered 0.36 instead of 0.50 times as many requests per second as
/// the bare SQL, `feedbackGroup` 0.38 instead of 0.54 (`-Pbenchmark`, part `pages`). This class has no cost unless an
/// endpoint for traces is set.
///
/// The trace context of a caller is ignored, because a caller could otherwise decide which spans are sampled.
class OperationSpans implements OperationListener {

	private final Tracer tracer;

	private final Clock clock;

	OperationSpans(Tracer tracer, Clock clock) {
		this.tracer = tracer;
		this.clock = clock;
	}

	@Override
	public void ended(CompletedOperation operation) {
		Instant end = this.clock.instant();
		Span span = this.tracer.spanBuilder(operation.name())
			.setParent(Context.root())
			.setSpanKind(SpanKind.SERVER)
			.setStartTimestamp(end.minus(operation.duration()))
			.setAttribute("howsmytrack.outcome", operation.outcome().label())
			.setAttribute("howsmytrack.request.id", operation.requestId())
			.startSpan();
		if (operation.outcome() == OperationOutcome.ERROR) {
			span.setStatus(StatusCode.ERROR);
		}
		span.end(end);
	}

}
