package com.howsmytrack.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;

import com.howsmytrack.ratelimit.Rate;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class OutboundHttpTests {

	private static final String HOST = "music.example";

	/// Stands for the address of the stand-in server.
	private static final String STAND_IN = "stand-in";

	private static final URI TRACK = URI.create("https://music.example/track");

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final Duration SHORT = Duration.ofMillis(300);

	private final StandInServer server = new StandInServer(List.of(HOST, "other.example", "elsewhere.example"));

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final CountDownLatch never = new CountDownLatch(1);

	private ApacheOutboundHttp http = http(this.server, LONG, LONG);

	@AfterEach
	void close() throws IOException {
		this.http.destroy();
		this.server.close();
	}

	@Test
	void returnsStatusHeadersAndBody() {
		this.server.on(TRACK.toString(), StandInAnswer.json("{\"title\": \"é\"}"));

		OutboundResponse response = this.http.get(OutboundRequest.to(TRACK).header("Accept", "application/json"));

		assertThat(response.status()).isEqualTo(200);
		assertThat(response.text()).isEqualTo("{\"title\": \"é\"}");
		assertThat(response.header("content-TYPE")).contains("application/json; charset=utf-8");
		assertThat(response.uri()).isEqualTo(TRACK);
		assertThat(this.server.requests().getFirst().headers()).containsEntry("accept", "application/json")
			.containsEntry("user-agent", "howsmytrack/1.0 (+https://api.example)")
			.containsEntry("host", HOST)
			.doesNotContainKeys("cookie", "authorization");
	}

	@Test
	void returnsAnErrorStatus() {
		assertThat(this.http.get(OutboundRequest.to(TRACK)).status()).isEqualTo(404);
	}

	@Test
	void sendsTheBodyOfAPost() {
		this.server.on(TRACK.toString(), StandInAnswer.json("{}"));

		this.http
			.post(OutboundRequest.to(TRACK).body("application/json", "{\"a\":1}".getBytes(StandardCharsets.UTF_8)));

		assertThat(this.server.requests().getFirst().method()).isEqualTo("POST");
		assertThat(this.server.requests().getFirst().body()).isEqualTo("{\"a\":1}");
		assertThat(this.server.requests().getFirst().headers()).containsEntry("content-type", "application/json");
	}

	@Test
	void keepsThePathAsItIs() {
		URI uri = URI.create("https://music.example/a%2Fb//c/../d?u=https%3A%2F%2Fx.example%2F%3Fs%3D1&k=a+b");
		this.server.on(uri.toString(), StandInAnswer.json("{}"));

		assertThat(this.http.get(OutboundRequest.to(uri)).status()).isEqualTo(200);
	}

	@Test
	void storesNoCookies() {
		this.server.on(TRACK.toString(),
				StandInAnswer.raw("HTTP/1.1 200 OK\nSet-Cookie: a=b; Path=/\nContent-Length: 0", new byte[0]));

		this.http.get(OutboundRequest.to(TRACK));
		this.http.get(OutboundRequest.to(TRACK));

		assertThat(this.server.requests().getLast().headers()).doesNotContainKey("cookie");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://music.example/track", "https://music.example:8443/track",
			"https://unknown.example/track", "https://sub.music.example/", "https://music.example.evil.example/",
			"https://user@music.example/track", "https://127.0.0.1/track", "https://[::1]/", "https:///track",
			"file:///etc/passwd", "gopher://music.example/", "mailto:a@music.example", "/track" })
	void callsOnlyDeclaredHostsOverHttps(String uri) {
		assertFailure(OutboundFailure.NOT_ALLOWED_HOST, OutboundRequest.to(URI.create(uri)));

		assertThat(this.server.requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void followsRedirectsWithoutReadingTheirBody(int status) {
		this.server.on(TRACK.toString(), StandInAnswer.redirect(status, "/moved"))
			.on("https://music.example/moved", StandInAnswer.redirect(status, "https://other.example/track"))
			.on("https://other.example/track", StandInAnswer.json("{}"));

		OutboundResponse response = this.http.get(OutboundRequest.to(TRACK).followingRedirects(3));

		assertThat(response.status()).isEqualTo(200);
		assertThat(response.uri()).isEqualTo(URI.create("https://other.example/track"));
	}

	@Test
	void returnsARedirectThatTheCallDoesNotFollow() {
		this.server.on(TRACK.toString(), StandInAnswer.redirect("https://music.example/moved"));

		OutboundResponse response = this.http.get(OutboundRequest.to(TRACK).headersOnly());

		assertThat(response.status()).isEqualTo(302);
		assertThat(response.header("Location")).contains("https://music.example/moved");
		assertThat(response.body()).isEmpty();
	}

	@Test
	void returnsAStatusWhoseBodyItDoesNotRead() {
		this.server.on(TRACK.toString(), StandInAnswer.html(410));

		assertThat(this.http.get(OutboundRequest.to(TRACK).headersOnly()).status()).isEqualTo(410);
	}

	/// More calls than connections that may be open at the same time.
	@Test
	void keepsNoConnection() {
		this.server.on(TRACK.toString(), StandInAnswer.redirect("https://music.example/moved"));

		for (int call = 0; call < 25; call++) {
			assertThat(this.http.get(OutboundRequest.to(TRACK).headersOnly()).status()).isEqualTo(302);
		}
	}

	@Test
	void sendsNoSecretsToTheHostOfARedirect() {
		this.server.on(TRACK.toString(), StandInAnswer.redirect("https://other.example/track"))
			.on("https://other.example/track", StandInAnswer.json("{}"));

		this.http.get(OutboundRequest.to(TRACK)
			.header("Authorization", "Bearer secret")
			.header("X-Key", "secret")
			.header("Accept", "application/json")
			.followingRedirects(1));

		assertThat(this.server.requests().getLast().headers()).containsEntry("accept", "application/json")
			.doesNotContainValue("secret")
			.doesNotContainKeys("authorization", "x-key", "referer");
	}

	@Test
	void stopsARedirectLoop() {
		this.server.on(TRACK.toString(), StandInAnswer.redirect(TRACK.toString()));

		assertFailure(OutboundFailure.TOO_MANY_REDIRECTS, OutboundRequest.to(TRACK).followingRedirects(3));

		assertThat(this.server.requests()).hasSize(4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://music.example/", "https://unknown.example/", "https://127.0.0.1/",
			"https://169.254.169.254/latest/meta-data/", "//[::1]/", "file:///etc/passwd", "https://localhost:5432/",
			"https://music.example:22/" })
	void checksTheTargetOfARedirect(String location) {
		this.server.on(TRACK.toString(), StandInAnswer.redirect(location));

		assertFailure(OutboundFailure.NOT_ALLOWED_HOST, OutboundRequest.to(TRACK).followingRedirects(3));

		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void rejectsAMalformedRedirect() {
		this.server.on(TRACK.toString(), StandInAnswer.redirect("https://a b/"));

		assertFailure(OutboundFailure.INVALID_RESPONSE, OutboundRequest.to(TRACK).followingRedirects(3));
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1", "64:ff9b::7f00:1" })
	void refusesAHostWithAnAddressThatIsNotPublic(String address) {
		use(new ChangingNetwork(this.server, List.of(List.of(address))), LONG, LONG);

		assertFailure(OutboundFailure.REFUSED_ADDRESS, OutboundRequest.to(TRACK));

		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void refusesAHostWithOnePublicAndOnePrivateAddress() {
		use(new ChangingNetwork(this.server, List.of(List.of("1.1.1.1", "127.0.0.1"))), LONG, LONG);

		assertFailure(OutboundFailure.REFUSED_ADDRESS, OutboundRequest.to(TRACK));
	}

	/// The second look-up would answer with a private address. It does not happen: the
	/// address that was checked is the one
	/// that is connected to.
	@Test
	void looksUpAHostOnceForEachCall() {
		this.server.on(TRACK.toString(), StandInAnswer.json("{}"));
		ChangingNetwork network = new ChangingNetwork(this.server, List.of(List.of(STAND_IN), List.of("10.0.0.1")));
		use(network, LONG, LONG);

		assertThat(this.http.get(OutboundRequest.to(TRACK)).status()).isEqualTo(200);

		assertThat(network.lookUps()).isEqualTo(1);
		assertFailure(OutboundFailure.REFUSED_ADDRESS, OutboundRequest.to(TRACK));
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void checksTheAddressAgainAfterARedirect() {
		this.server.on(TRACK.toString(), StandInAnswer.redirect("https://music.example/again"));
		use(new ChangingNetwork(this.server, List.of(List.of(STAND_IN), List.of("192.168.0.1"))), LONG, LONG);

		assertFailure(OutboundFailure.REFUSED_ADDRESS, OutboundRequest.to(TRACK).followingRedirects(3));

		assertThat(this.server.requests()).hasSize(1);
	}

	/// As if the resolver had not checked the address.
	@Test
	void checksTheAddressOfTheConnectionBeforeTheHandshake() {
		use(new ChangingNetwork(this.server, List.of(List.of(STAND_IN))) {

			private boolean checked;

			@Override
			public boolean allows(InetAddress address) {
				boolean first = !this.checked;
				this.checked = true;
				return first;
			}

		}, LONG, LONG);

		assertFailure(OutboundFailure.REFUSED_ADDRESS, OutboundRequest.to(TRACK));

		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void trustsNoUnknownCertificate() {
		use(new ChangingNetwork(this.server, List.of(List.of(STAND_IN))) {

			@Override
			public SSLContext trust() {
				return new PublicInternet().trust();
			}

		}, LONG, LONG);

		assertFailure(OutboundFailure.CONNECTION, OutboundRequest.to(TRACK));
	}

	@Test
	void trustsNoCertificateOfAnotherHost() throws IOException {
		try (StandInServer foreign = new StandInServer(List.of("foreign.example"))) {
			use(foreign, LONG, LONG);

			assertFailure(OutboundFailure.CONNECTION, OutboundRequest.to(TRACK));
			assertThat(foreign.requests()).isEmpty();
		}
	}

	@Test
	void stopsAnEndlessBody() {
		this.server.on(TRACK.toString(), StandInAnswer.endless("HTTP/1.1 200 OK\nContent-Type: application/json"));

		assertFailure(OutboundFailure.TOO_LARGE, OutboundRequest.to(TRACK).within(10_000, LONG));
	}

	@Test
	void countsTheDecompressedBody() throws IOException {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
			gzip.write(new byte[10_000_000]);
		}
		this.server.on(TRACK.toString(),
				StandInAnswer.raw("HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: " + compressed.size(),
						compressed.toByteArray()));

		assertThat(compressed.size()).isLessThan(20_000);
		assertFailure(OutboundFailure.TOO_LARGE, OutboundRequest.to(TRACK).within(20_000, LONG));
		assertFailure(OutboundFailure.TOO_LARGE, OutboundRequest.to(TRACK).within(100_000_000, LONG));
	}

	@Test
	void decompressesABody() throws IOException {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
			gzip.write("{}".getBytes(StandardCharsets.UTF_8));
		}
		this.server.on(TRACK.toString(),
				StandInAnswer.raw("HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: " + compressed.size(),
						compressed.toByteArray()));

		assertThat(this.http.get(OutboundRequest.to(TRACK)).text()).isEqualTo("{}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "br", "deflate", "gzip, gzip", "nonsense" })
	void rejectsOtherEncodings(String encoding) {
		this.server.on(TRACK.toString(),
				StandInAnswer.raw("HTTP/1.1 200 OK\nContent-Length: 0\nContent-Encoding: " + encoding, new byte[0]));

		assertFailure(OutboundFailure.INVALID_RESPONSE, OutboundRequest.to(TRACK));
	}

	@Test
	void limitsTheHeaders() {
		this.server.on(TRACK.toString(), StandInAnswer.endlessHeaders())
			.on("https://music.example/line",
					StandInAnswer.raw("HTTP/1.1 200 OK\nX-Long: " + "x".repeat(100_000), new byte[0]));

		assertFailure(OutboundFailure.TOO_LARGE, OutboundRequest.to(TRACK));
		assertFailure(OutboundFailure.TOO_LARGE, OutboundRequest.to(URI.create("https://music.example/line")));
	}

	@Test
	void reportsABodyThatIsCutOff() {
		this.server.on(TRACK.toString(), StandInAnswer.cutOff());

		assertFailure(OutboundFailure.CONNECTION, OutboundRequest.to(TRACK));
	}

	@Test
	void rejectsAnAnswerThatIsNotHttp() {
		this.server.on(TRACK.toString(), StandInAnswer.raw("220 mail.example ESMTP", new byte[0]));

		assertThatExceptionOfType(OutboundException.class).isThrownBy(() -> this.http.get(OutboundRequest.to(TRACK)))
			.extracting(OutboundException::failure)
			.isIn(OutboundFailure.INVALID_RESPONSE, OutboundFailure.CONNECTION);
	}

	@Test
	void doesNotRepeatAFailedCall() {
		this.server.on(TRACK.toString(), (out) -> {
		});

		assertFailure(OutboundFailure.CONNECTION, OutboundRequest.to(TRACK));

		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void stopsReadingASilentServer() {
		use(this.server, SHORT, LONG);
		this.server.on(TRACK.toString(), StandInAnswer.json("{}").after(this.never));

		assertFailure(OutboundFailure.TIMEOUT, OutboundRequest.to(TRACK));
	}

	@Test
	void endsACallWhoseBodyArrivesByteByByte() {
		this.server.on(TRACK.toString(), StandInAnswer.dripping(Duration.ofMillis(20)));

		assertFailure(OutboundFailure.TIMEOUT, OutboundRequest.to(TRACK).within(100_000, SHORT));
	}

	@Test
	void limitsTheTimeOfACallByTheSetting() {
		use(this.server, LONG, SHORT);
		this.server.on(TRACK.toString(), StandInAnswer.dripping(Duration.ofMillis(20)));

		assertFailure(OutboundFailure.TIMEOUT, OutboundRequest.to(TRACK).within(100_000, LONG));
	}

	@Test
	void endsACallWhoseHostIsNotResolvedInTime() {
		use(new ChangingNetwork(this.server, List.of(List.of(STAND_IN))) {

			@Override
			public List<InetSocketAddress> lookUp(String host, int port) throws UnknownHostException {
				try {
					OutboundHttpTests.this.never.await();
				}
				catch (InterruptedException stopped) {
					Thread.currentThread().interrupt();
				}
				throw new UnknownHostException(host);
			}

		}, LONG, SHORT);

		assertFailure(OutboundFailure.TIMEOUT, OutboundRequest.to(TRACK));
	}

	@Test
	void endsWhenItsThreadIsInterrupted() {
		this.server.on(TRACK.toString(), StandInAnswer.json("{}").after(this.never));
		Thread.currentThread().interrupt();

		assertFailure(OutboundFailure.INTERRUPTED, OutboundRequest.to(TRACK));

		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void callsNobodyWithinATransaction() {
		TransactionSynchronizationManager.setActualTransactionActive(true);
		try {
			assertThatIllegalStateException().isThrownBy(() -> this.http.get(OutboundRequest.to(TRACK)));
		}
		finally {
			TransactionSynchronizationManager.setActualTransactionActive(false);
		}
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void callsNobodyWhenItIsSwitchedOff() {
		this.http.destroy();
		this.http = http(this.server, settings(false, LONG, LONG));

		assertFailure(OutboundFailure.SWITCHED_OFF, OutboundRequest.to(TRACK));

		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void ignoresTheProxiesOfTheSystemProperties() {
		List<String> names = List.of("https.proxyHost", "http.proxyHost", "socksProxyHost");
		names.forEach((name) -> System.setProperty(name, "proxy.invalid"));
		try {
			use(this.server, LONG, LONG);
			this.server.on(TRACK.toString(), StandInAnswer.json("{}"));

			assertThat(this.http.get(OutboundRequest.to(TRACK)).status()).isEqualTo(200);
		}
		finally {
			names.forEach(System::clearProperty);
		}
	}

	@Test
	void countsCallsByDeclaredHostAndOutcome() {
		this.server.on(TRACK.toString(), StandInAnswer.json("{}"), StandInAnswer.html(503), StandInAnswer.cutOff());

		this.http.get(OutboundRequest.to(TRACK));
		this.http.get(OutboundRequest.to(TRACK));
		assertFailure(OutboundFailure.CONNECTION, OutboundRequest.to(TRACK));
		assertFailure(OutboundFailure.NOT_ALLOWED_HOST, OutboundRequest.to(URI.create("https://chosen.example/")));

		assertThat(this.meters.find("howsmytrack.outbound.calls").timers())
			.extracting((timer) -> timer.getId().getTag("host") + " " + timer.getId().getTag("outcome"))
			.containsExactlyInAnyOrder("music.example 2xx", "music.example 5xx", "music.example connection",
					"other not_allowed_host");
	}

	@Test
	void namesNoPathInItsMessages() {
		this.server.on("https://music.example/s-secret", StandInAnswer.cutOff());

		assertThatExceptionOfType(OutboundException.class)
			.isThrownBy(() -> this.http.get(OutboundRequest.to(URI.create("https://music.example/s-secret"))))
			.withMessage("Call of music.example failed: CONNECTION");
	}

	private void assertFailure(OutboundFailure expected, OutboundRequest request) {
		assertThatExceptionOfType(OutboundException.class).isThrownBy(() -> this.http.get(request))
			.extracting(OutboundException::failure)
			.isEqualTo(expected);
	}

	private void use(OutboundNetwork network, Duration readTimeout, Duration totalTime) {
		this.http.destroy();
		this.http = http(network, readTimeout, totalTime);
	}

	private ApacheOutboundHttp http(OutboundNetwork network, Duration readTimeout, Duration totalTime) {
		return http(network, settings(true, readTimeout, totalTime));
	}

	private ApacheOutboundHttp http(OutboundNetwork network, OutboundSettings settings) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("hosts", (OutboundHosts) () -> Set.of(HOST, "other.example"));
		beans.addBean("meters", this.meters);
		return new ApacheOutboundHttp(beans.getBeanProvider(OutboundHosts.class), settings, network,
				new OutboundMetrics(beans.getBeanProvider(MeterRegistry.class)));
	}

	private static OutboundSettings settings(boolean enabled, Duration readTimeout, Duration totalTime) {
		return new OutboundSettings(enabled, "https://api.example", LONG, readTimeout, totalTime,
				DataSize.ofMegabytes(1), DataSize.ofKilobytes(8), 100, 4, 20, new Rate(10, Duration.ofMinutes(1)));
	}

	/// Answers each look-up with the next list of addresses, the last one repeatedly. The
	/// rule for addresses is that of the
	/// service, apart from the port of the stand-in server.
	private static class ChangingNetwork extends PublicInternet {

		private final StandInServer server;

		private final Deque<List<String>> answers;

		private final boolean usesStandIn;

		private int lookUps;

		ChangingNetwork(StandInServer server, List<List<String>> answers) {
			this.server = server;
			this.answers = new ArrayDeque<>(answers);
			this.usesStandIn = this.answers.getFirst().contains(STAND_IN);
		}

		int lookUps() {
			return this.lookUps;
		}

		@Override
		public List<InetSocketAddress> lookUp(String host, int port) throws UnknownHostException {
			this.lookUps++;
			List<String> answer = (this.answers.size() > 1) ? this.answers.removeFirst() : this.answers.getFirst();
			return answer.stream().map(this::address).toList();
		}

		private InetSocketAddress address(String text) {
			return text.equals(STAND_IN) ? this.server.address() : new InetSocketAddress(text, 443);
		}

		@Override
		public boolean allows(InetAddress address) {
			return (this.usesStandIn && address.equals(this.server.address().getAddress())) || super.allows(address);
		}

		@Override
		public SSLContext trust() {
			return this.server.trust();
		}

	}

}
