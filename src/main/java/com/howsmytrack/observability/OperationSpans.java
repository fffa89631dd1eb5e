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

/// One span for each operation, made when it is over. It says nothing of who called and what they sent; the request id
/// leads to the log.
///
/// What a caller says about a trace of its own is not heard: anybody could make us keep and send whatever they like.
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
