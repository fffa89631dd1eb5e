package com.howsmytrack.graphql;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import com.howsmytrack.web.RequestIds;
import graphql.ExecutionResult;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.idl.SchemaDirectiveWiring;
import graphql.schema.idl.SchemaDirectiveWiringEnvironment;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Counts and times operations and the fetching of their root fields.
///
/// The observations of Spring for GraphQL are not used: they create an object, a context and several maps for each
/// field of each response, which takes longer than fetching most fields. This class reads the clock and adds a number
/// once for each root field and once for the operation.
///
/// Names are those of root fields in the schema. The names that clients give their operations are unbounded, and each
/// would stay in memory.
@Component
class OperationMetrics implements SchemaDirectiveWiring {

	/// Few limits, because each adds a time series for each operation and outcome.
	private static final Duration[] LIMITS = { Duration.ofMillis(2), Duration.ofMillis(5), Duration.ofMillis(10),
			Duration.ofMillis(25), Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250),
			Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofMillis(2500), Duration.ofSeconds(5) };

	private final MeterRegistry registry;

	private final List<OperationListener> listeners;

	private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

	OperationMetrics(MeterRegistry registry, ObjectProvider<OperationListener> listeners) {
		this.registry = registry;
		this.listeners = listeners.stream().toList();
	}

	void ended(OperationRecorder operation) {
		long nanos = operation.nanos();
		operation.end();
		this.timers.computeIfAbsent(new Kind(operation.name(), operation.outcome()), this::timer)
			.record(nanos, TimeUnit.NANOSECONDS);
		if (!this.listeners.isEmpty()) {
			CompletedOperation ended = new CompletedOperation(operation.name(), operation.outcome(),
					Duration.ofNanos(nanos), RequestIds.current());
			this.listeners.forEach((listener) -> listener.ended(ended));
		}
	}

	/// Counts an event of a subscription that has errors, and the end of a subscription
	/// with errors. The start of the subscription was counted before, as an operation.
	/// @param event each error has a code
	void sent(ExecutionResult event) {
		if (!event.getErrors().isEmpty()) {
			Counter.builder("howsmytrack.events.failed")
				.description("Events and ends of subscriptions with errors")
				.tag("outcome", OperationOutcome.of(event.getErrors()).label())
				.register(this.registry)
				.increment();
		}
	}

	private Timer timer(Kind kind) {
		return Timer.builder("howsmytrack.operations")
			.description("GraphQL operations, by their root field and outcome")
			.tag("operation", kind.operation())
			.tag("outcome", kind.outcome().label())
			.serviceLevelObjectives(LIMITS)
			.register(this.registry);
	}

	/// For root fields only. Outermost, so that the time includes all other wrappers.
	@Override
	public GraphQLFieldDefinition onField(SchemaDirectiveWiringEnvironment<GraphQLFieldDefinition> environment) {
		return RootFields.wrap(environment, (fetcher) -> timed(environment.getElement().getName(), fetcher));
	}

	private DataFetcher<?> timed(String field, DataFetcher<?> fetcher) {
		Timer fetches = Timer.builder("howsmytrack.fetches")
			.description("Time to fetch a root field: rules and database statements, without parsing and serialization")
			.tag("field", field)
			.register(this.registry);
		return (environment) -> {
			OperationRecorder operation = environment.getGraphQlContext().get(OperationRecorder.class);
			if (operation == null) {
				return fetcher.get(environment);
			}
			operation.fetches(field);
			long begun = System.nanoTime();
			try {
				Object answer = fetcher.get(environment);
				operation.fetched(answer);
				return answer;
			}
			finally {
				fetches.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
			}
		};
	}

	private record Kind(String operation, OperationOutcome outcome) {
	}

}
