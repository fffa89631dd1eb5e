package com.howsmytrack.feedback.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.event.TransactionalEventListenerFactory;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class EventTransactionTests {

	@Test
	void publishesTheEventInTheTransactionOfTheStatement() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Listener.class)) {
			Optional<Written> written = transaction(context).execute(Written.class,
					() -> Optional.of(new Written(TransactionSynchronizationManager.isActualTransactionActive())));

			assertThat(written).contains(new Written(true));
			assertThat(context.getBean(Listener.class).heard)
				.containsExactly("Written[inTransaction=true], listener in transaction: true");
		}
	}

	@Test
	void publishesTheEventAfterTheStatementIfAllListenersRunAfterTheCommit() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(
				TransactionalEventListenerFactory.class, Listener.class)) {
			Optional<Live> written = transaction(context).execute(Live.class,
					() -> Optional.of(new Live(TransactionSynchronizationManager.isActualTransactionActive())));

			assertThat(written).contains(new Live(false));
			assertThat(context.getBean(Listener.class).heard)
				.containsExactly("Live[inTransaction=false], listener in transaction: false");
		}
	}

	@Test
	void returnsTheResultIfAListenerFailsAfterTheCommit() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(
				TransactionalEventListenerFactory.class, Listener.class)) {
			context.getBean(Listener.class).fails = true;

			assertThat(transaction(context).execute(Live.class, () -> Optional.of(new Live(false))))
				.contains(new Live(false));
		}
	}

	@Test
	void needsTheTransactionIfOneOfSeveralListenersRunsInIt() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(
				TransactionalEventListenerFactory.class, Listener.class)) {
			boolean inTransaction = transaction(context)
				.execute(Set.of(Live.class, Written.class),
						() -> Optional.of(TransactionSynchronizationManager.isActualTransactionActive()),
						(active) -> List.of(new Live(active), new Written(active)))
				.orElseThrow();

			assertThat(inTransaction).isTrue();
			assertThat(context.getBean(Listener.class).heard).containsExactly(
					"Written[inTransaction=true], listener in transaction: true",
					"Live[inTransaction=true], listener in transaction: true");
		}
	}

	@Test
	void publishesNothingIfTheStatementChangedNothing() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Listener.class)) {
			assertThat(transaction(context).execute(Written.class, Optional::empty)).isEmpty();

			assertThat(context.getBean(Listener.class).heard).isEmpty();
		}
	}

	@Test
	void leavesTheStatementWithoutATransactionIfNoModuleListens() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Listener.class)) {
			Optional<Ignored> written = transaction(context).execute(Ignored.class,
					() -> Optional.of(new Ignored(TransactionSynchronizationManager.isActualTransactionActive())));

			assertThat(written).contains(new Ignored(false));
		}
	}

	private static EventTransaction transaction(AnnotationConfigApplicationContext context) {
		return new EventTransaction(context, new TransactionTemplate(new InMemoryTransactions()));
	}

	record Written(boolean inTransaction) {
	}

	record Live(boolean inTransaction) {
	}

	record Ignored(boolean inTransaction) {
	}

	static class Listener {

		final List<String> heard = new ArrayList<>();

		boolean fails;

		@EventListener
		void on(Written event) {
			record(event);
		}

		@TransactionalEventListener(fallbackExecution = true)
		void on(Live event) {
			record(event);
		}

		private void record(Record event) {
			if (this.fails) {
				throw new IllegalStateException("a defect of a listener");
			}
			this.heard.add(event + ", listener in transaction: "
					+ TransactionSynchronizationManager.isActualTransactionActive());
		}

	}

	private static final class InMemoryTransactions extends AbstractPlatformTransactionManager {

		@Override
		protected Object doGetTransaction() throws TransactionException {
			return new Object();
		}

		@Override
		protected void doBegin(Object transaction, TransactionDefinition definition) throws TransactionException {
			// a transaction without a resource
		}

		@Override
		protected void doCommit(DefaultTransactionStatus status) throws TransactionException {
			// a transaction without a resource
		}

		@Override
		protected void doRollback(DefaultTransactionStatus status) throws TransactionException {
			// a transaction without a resource
		}

	}

}
