package com.howsmytrack.graphql.stream;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.howsmytrack.HowsMyTrackApplication;
import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.account.page.WebVisitor;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.live.LiveTopics;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.CleanDatabase;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.TcpProxy;
import com.howsmytrack.testing.TestEventStream;
import com.howsmytrack.testing.TestMailServer;
import com.howsmytrack.testing.TestPostgres;
import com.howsmytrack.testing.TestSocket;
import com.howsmytrack.testing.WholeApplication;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.util.UriComponentsBuilder;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Members have streams on one instance and write on another one. Both share the database; the instance with the streams
/// reaches it through a proxy.
@WholeApplication
class StreamsOfAnotherInstanceTests {

	private static final String SUBSCRIPTION = "subscription { notificationsChanged { openForms unreadReplies } }";

	/// An instance that is not busy needs 2 seconds. Without the check of sessions, a
	/// stream stays open.
	private static final Duration LONGEST_END = Duration.ofSeconds(10);

	private static TcpProxy proxy;

	private static ConfigurableApplicationContext instance;

	@Autowired
	private Api api;

	@Autowired
	private AccountScenario accounts;

	@Autowired
	private FeedbackScenario feedback;

	@Autowired
	private Database database;

	private Api streaming;

	@BeforeAll
	static void startInstance() throws IOException {
		UriComponentsBuilder url = UriComponentsBuilder.fromUriString(TestPostgres.databaseUrl());
		proxy = new TcpProxy(url.build().getPort());
		instance = new SpringApplicationBuilder(HowsMyTrackApplication.class).initializers(new TestMailServer())
			.run("--server.port=0", "--howsmytrack.jobs.scheduled=false", "--howsmytrack.demo.enabled=false",
					"--howsmytrack.web.drain-time=0s",
					"--DATABASE_URL=" + url.host("localhost").port(proxy.port()).toUriString());
	}

	@AfterAll
	static void stopInstance() throws IOException {
		instance.close();
		proxy.close();
	}

	@BeforeEach
	void emptyCaches() {
		instance.publishEvent(new CleanDatabase.Cleaned());
		this.streaming = instance.getBean(Api.class);
	}

	@Test
	void endSoonAfterTheMemberHasSignedOut() throws IOException {
		endSoonAfter((ada) -> ada.get("/logout"));
	}

	@Test
	void endSoonAfterTheMemberHasSignedOutEverywhere() throws IOException {
		endSoonAfter(
				(ada) -> ada.run("mutation { signOutEverywhere { success error } }").succeeded("signOutEverywhere"));
	}

	@Test
	void endSoonAfterANewPassword() throws IOException {
		endSoonAfter((ada) -> AccountScenario.changePassword(ada).succeeded("changePassword"));
	}

	/// The mail can be sent by either instance.
	@Test
	void endSoonAfterAPasswordResetByMail() throws IOException {
		endSoonAfter((_) -> {
			this.accounts.requestPasswordReset("ada@example.com").succeeded("requestPasswordReset");
			List<String> links = await().atMost(1, MINUTES)
				.until(() -> this.accounts.links("ada@example.com", "reset your password"), (all) -> !all.isEmpty());
			new WebVisitor(this.api).fillIn(links.getLast(),
					Map.of("password", AccountScenario.NEW_PASSWORD, "passwordRepeat", AccountScenario.NEW_PASSWORD));
		});
	}

	@Test
	void endSoonAfterTheAccountWasDisabled() throws IOException {
		AdminApi admin = AdminApi.open(this.api, this.database);

		endSoonAfter((_) -> admin.mutate("disableAccount", "email: \"ada@example.com\"").succeeded("disableAccount"));
	}

	@Test
	void endSoonAfterTheAccountWasDeleted() throws IOException {
		endSoonAfter((ada) -> AccountScenario.deleteAccount(ada, Api.PASSWORD).succeeded("deleteAccount"));
	}

	private void endSoonAfter(Consumer<Browser> end) throws IOException {
		Browser ada = this.api.member("ada");
		try (MemberStreams streams = new MemberStreams()) {
			streams.open(this.streaming, ada);
			streams.nextAre(0);

			end.accept(ada);
			long ended = System.nanoTime();

			streams.haveEnded();
			assertThat(Duration.ofNanos(System.nanoTime() - ended)).isLessThan(LONGEST_END);
		}
	}

	/// The instance with the streams cannot reach the database while the members submit.
	@Test
	void stayOpenDuringAnOutageOfTheDatabaseAndCatchUp() throws IOException {
		List<Browser> members = this.feedback.group("ada", "bo", "cy", "di");
		try (MemberStreams streams = new MemberStreams()) {
			for (int device = 0; device < 5; device++) {
				members.forEach((member) -> streams.open(this.streaming, member));
			}
			streams.nextAre(3);

			proxy.stop();
			members.forEach(StreamsOfAnotherInstanceTests::submitOne);
			double before = connectionTimeouts();
			instance.getBean(LiveTopics.class).allChanged("notifications");
			await().atMost(1, MINUTES).until(() -> connectionTimeouts() > before && !isListening());
			proxy.restart();
			streams.nextAre(2);

			await().atMost(1, MINUTES).until(StreamsOfAnotherInstanceTests::isListening);
			members.forEach((member) -> submitOne(this.streaming.visitor().withToken(member.token())));
			streams.nextAre(1);
		}
	}

	private static void submitOne(Browser member) {
		FeedbackScenario.submit(member, FeedbackScenario.openForms(member).getFirst(), "The kick hides the bass.")
			.succeeded("submitFeedbackResponse");
	}

	private static boolean isListening() {
		return instance.getBean(MeterRegistry.class).get("howsmytrack.live.listening").gauge().value() == 1;
	}

	private static double connectionTimeouts() {
		return instance.getBean(MeterRegistry.class).get("hikaricp.connections.timeout").counter().count();
	}

	/// Streams of both protocols.
	private static final class MemberStreams implements AutoCloseable {

		private final List<TestSocket> sockets = new ArrayList<>();

		private final List<TestEventStream> eventStreams = new ArrayList<>();

		void open(Api api, Browser member) {
			TestSocket socket = TestSocket.connect(api, member);
			socket.subscribe("a", SUBSCRIPTION);
			this.sockets.add(socket);
			this.eventStreams.add(TestEventStream.open(api, member, SUBSCRIPTION));
		}

		/// Fails if the next event of a stream has another number of open forms.
		void nextAre(int openForms) {
			String counts = "{\"openForms\":%d,\"unreadReplies\":0}".formatted(openForms);
			this.sockets.forEach((socket) -> assertThat(socket.next()).contains("\"type\":\"next\"", counts));
			this.eventStreams.forEach((stream) -> assertThat(stream.next()).startsWith("next ").contains(counts));
		}

		void haveEnded() {
			this.sockets.forEach((socket) -> assertThat(socket.closeCode()).isEqualTo(4401));
			this.eventStreams.forEach((stream) -> assertThat(stream.next()).isNull());
		}

		@Override
		public void close() throws IOException {
			this.sockets.forEach(TestSocket::close);
			for (TestEventStream stream : this.eventStreams) {
				stream.close();
			}
		}

	}

}
