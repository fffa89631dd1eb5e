package com.howsmytrack.live;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;

import com.howsmytrack.persistence.DatabaseUrl;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.TcpProxy;
import com.howsmytrack.testing.TestPostgres;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// The connection that receives changes of other instances is lost.
class NotifyListenerTests extends TwoLiveInstances {

	@Autowired
	private Database database;

	@Test
	void catchesUpAfterItsConnectionWasTerminated() {
		BlockingQueue<Long> remote = follow(this.reader, TOPIC);
		assertThat(next(remote)).isZero();

		for (int round = 1; round <= 10; round++) {
			assertThat(terminateConnections()).contains(true);
			this.number.set(round);
			this.writer.changed(Set.of(TOPIC));

			assertThat(next(remote)).isEqualTo(round);
		}
	}

	/// Returns after the server has ended these connections, so that a later change can
	/// only be received on new ones.
	private List<Boolean> terminateConnections() {
		return this.database.list(Boolean.class, """
				SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity
				WHERE application_name = 'howsmytrack live' AND datname = current_database()""");
	}

	@Test
	void catchesUpAfterTheDatabaseWasUnreachable() throws IOException {
		URI server = URI.create(TestPostgres.databaseUrl());
		try (TcpProxy proxy = new TcpProxy(server.getPort())) {
			DatabaseUrl direct = DatabaseUrl.of(TestPostgres.databaseUrl()).orElseThrow();
			DatabaseUrl throughProxy = new DatabaseUrl(
					"jdbc:postgresql://localhost:%d%s".formatted(proxy.port(), server.getPath()), direct.username(),
					direct.password());
			PostgresLiveTopics distant = started(throughProxy, NEVER);
			BlockingQueue<Long> remote = follow(distant, TOPIC);
			assertThat(next(remote)).isZero();

			proxy.stop();
			await().atMost(LIMIT).until(() -> !distant.isListening());
			this.number.set(1);
			this.writer.changed(Set.of(TOPIC));
			awaitAnotherChange();
			assertThat(remote).isEmpty();
			proxy.restart();

			assertThat(next(remote)).isEqualTo(1);
		}
	}

}
