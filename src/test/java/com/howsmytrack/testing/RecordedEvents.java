package com.howsmytrack.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Records the events that modules publish. An event that is published outside a transaction fails its publisher.
@Component
public class RecordedEvents {

	private final List<Record> events = new CopyOnWriteArrayList<>();

	private final ApplicationEventPublisher publisher;

	private final TransactionOperations transactions;

	RecordedEvents(ApplicationEventPublisher publisher, TransactionOperations transactions) {
		this.publisher = publisher;
		this.transactions = transactions;
	}

	/// Publishes an event as a module does: in a transaction.
	public void publish(Record event) {
		this.transactions.executeWithoutResult((_) -> this.publisher.publishEvent(event));
	}

	@EventListener
	void record(Record event) {
		if (event instanceof CleanDatabase.Cleaned) {
			this.events.clear();
		}
		else if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("Published outside a transaction: " + event);
		}
		else {
			this.events.add(event);
		}
	}

	/// The events of this type since the test began.
	public <T> List<T> of(Class<T> type) {
		return this.events.stream().filter(type::isInstance).map(type::cast).toList();
	}

}
