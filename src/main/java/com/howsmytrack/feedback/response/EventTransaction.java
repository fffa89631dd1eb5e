package com.howsmytrack.feedback.response;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalApplicationListener;
import org.springframework.transaction.support.TransactionOperations;

/// Executes a write of one statement and publishes its events: in the same transaction if a module listens to one of them
/// during the transaction, and after the statement if all listeners run after the commit.
///
/// Without a listener in the transaction, the statement is committed by itself. An explicit transaction needs a second
/// round trip to the database for its `COMMIT`: with it, members submitted 0.40 instead of 0.54 times as many responses per
/// second as the bare SQL, and rated 0.40 instead of 0.53 times as many (`-Pbenchmark`, part `pages`).
@Component
class EventTransaction {

	private static final Logger logger = LoggerFactory.getLogger(EventTransaction.class);

	private final AbstractApplicationContext context;

	private final TransactionOperations transactions;

	private final Map<Class<?>, Listeners> listeners = new ConcurrentHashMap<>();

	EventTransaction(ApplicationContext context, TransactionOperations transactions) {
		this.context = (AbstractApplicationContext) context;
		this.transactions = transactions;
	}

	/// Executes the statement.
	/// @param event the type of the event that the statement may return
	/// @param statement returns the event to publish; empty if it changed nothing
	/// @return what the statement returned
	<E> Optional<E> execute(Class<E> event, Supplier<Optional<E>> statement) {
		return execute(Set.of(event), statement, List::of);
	}

	/// Executes the statement.
	/// @param types the types of the events
	/// @param statement its result is empty if it changed nothing
	/// @param events the events to publish for the result
	/// @return the result of the statement
	<R> Optional<R> execute(Set<Class<?>> types, Supplier<Optional<R>> statement, Function<R, List<?>> events) {
		Listeners needed = types.stream()
			.map((type) -> this.listeners.computeIfAbsent(type, this::listeners))
			.max(Comparator.naturalOrder())
			.orElse(Listeners.NONE);
		return switch (needed) {
			case NONE -> statement.get();
			case AFTER_COMMIT -> publishAfterCommit(statement.get(), events);
			case IN_TRANSACTION ->
				Objects.requireNonNull(this.transactions.execute((_) -> publish(statement.get(), events)));
		};
	}

	private <R> Optional<R> publish(Optional<R> result, Function<R, List<?>> events) {
		result.map(events).ifPresent((published) -> published.forEach(this.context::publishEvent));
		return result;
	}

	/// The write is committed, so the failure of a listener must not be reported to the
	/// member. Spring does the same with listeners after a transaction.
	private <R> Optional<R> publishAfterCommit(Optional<R> result, Function<R, List<?>> events) {
		try {
			return publish(result, events);
		}
		catch (RuntimeException failed) {
			logger.error("A listener failed after the commit", failed);
			return result;
		}
	}

	private Listeners listeners(Class<?> event) {
		ResolvableType type = ResolvableType.forClassWithGenerics(PayloadApplicationEvent.class, event);
		return this.context.getApplicationListeners()
			.stream()
			.filter((listener) -> supports(listener, type))
			.map(EventTransaction::listens)
			.max(Comparator.naturalOrder())
			.orElse(Listeners.NONE);
	}

	/// A listener after the commit must have `fallbackExecution`; otherwise it would not
	/// be called without a transaction.
	private static Listeners listens(ApplicationListener<?> listener) {
		return (listener instanceof TransactionalApplicationListener<?> transactional
				&& transactional.getTransactionPhase() == TransactionPhase.AFTER_COMMIT) ? Listeners.AFTER_COMMIT
						: Listeners.IN_TRANSACTION;
	}

	private static boolean supports(ApplicationListener<?> listener, ResolvableType type) {
		return listener instanceof GenericApplicationListener generic && generic.supportsEventType(type);
	}

	/// When the listeners of an event run; from no transaction to an explicit one.
	private enum Listeners {

		NONE, AFTER_COMMIT, IN_TRANSACTION

	}

}
