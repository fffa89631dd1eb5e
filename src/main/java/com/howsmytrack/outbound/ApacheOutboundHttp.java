package com.howsmytrack.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/// Checks each call and each redirect, and ends a call when its time is over.
///
/// A call runs in a thread of its own, because only an interruption ends each of its steps: the look-up of the host, which has
/// no time limit, the connection to several addresses, the handshake, and a response that arrives byte by byte.
@Component
class ApacheOutboundHttp implements OutboundHttp, DisposableBean {

	private static final String OTHER_HOST = "other";

	private static final int HTTPS_PORT = 443;

	private static final Set<String> HEADERS_FOR_OTHER_HOSTS = Set.of("accept", "accept-language");

	private final Set<String> allowed;

	private final OutboundSettings settings;

	private final OutboundMetrics metrics;

	private final OutboundExchange exchange;

	private final ExecutorService threads = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("outbound-", 0).factory());

	ApacheOutboundHttp(ObjectProvider<OutboundHosts> hosts, OutboundSettings settings, OutboundNetwork network,
			OutboundMetrics metrics) {
		this.allowed = hosts.stream()
			.map(OutboundHosts::names)
			.flatMap(Collection::stream)
			.collect(Collectors.toUnmodifiableSet());
		this.settings = settings;
		this.metrics = metrics;
		this.exchange = new OutboundExchange(network, settings);
	}

	@Override
	public boolean isEnabled() {
		return this.settings.enabled();
	}

	@Override
	public OutboundResponse get(OutboundRequest request) {
		return withinTime("GET", request);
	}

	@Override
	public OutboundResponse post(OutboundRequest request) {
		Assert.isTrue(request.redirects() == 0, "A POST request follows no redirects");
		return withinTime("POST", request);
	}

	private OutboundResponse withinTime(String method, OutboundRequest request) {
		Assert.state(!TransactionSynchronizationManager.isActualTransactionActive(),
				"Call other services outside any transaction");
		String host = label(request.uri());
		if (!isEnabled()) {
			throw new OutboundException(OutboundFailure.SWITCHED_OFF, host, null);
		}
		Future<OutboundResponse> call = this.threads.submit(() -> follow(method, request));
		try {
			return call.get(shorter(request.time(), this.settings.totalTime()).toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (ExecutionException failed) {
			if (failed.getCause() instanceof OutboundException expected) {
				throw expected;
			}
			throw new IllegalStateException("A call of " + host + " failed", failed.getCause());
		}
		catch (TimeoutException late) {
			throw new OutboundException(OutboundFailure.TIMEOUT, host, late);
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new OutboundException(OutboundFailure.INTERRUPTED, host, stopped);
		}
		finally {
			call.cancel(true);
		}
	}

	private OutboundResponse follow(String method, OutboundRequest request) {
		URI uri = request.uri();
		Map<String, String> headers = request.headers();
		for (int redirects = 0;; redirects++) {
			OutboundResponse response = timed(method, uri, headers, request);
			Optional<String> location = response.header("Location");
			if (request.redirects() == 0 || !OutboundExchange.isRedirect(response.status()) || location.isEmpty()) {
				return response;
			}
			if (redirects == request.redirects()) {
				throw new OutboundException(OutboundFailure.TOO_MANY_REDIRECTS, label(uri), null);
			}
			URI next = target(uri, location.get());
			headers = Objects.equals(next.getHost(), uri.getHost()) ? headers : forOtherHost(headers);
			uri = next;
		}
	}

	private OutboundResponse timed(String method, URI uri, Map<String, String> headers, OutboundRequest request) {
		String host = label(uri);
		long begun = System.nanoTime();
		try {
			requireAllowed(uri);
			OutboundResponse response = this.exchange.send(method, uri, headers, request);
			this.metrics.answered(host, response.status(), Duration.ofNanos(System.nanoTime() - begun));
			return response;
		}
		catch (OutboundException failed) {
			this.metrics.failed(host, failed.failure(), Duration.ofNanos(System.nanoTime() - begun));
			throw failed;
		}
	}

	private void requireAllowed(URI uri) {
		boolean permitted = "https".equalsIgnoreCase(uri.getScheme()) && uri.getRawUserInfo() == null
				&& (uri.getPort() == -1 || uri.getPort() == HTTPS_PORT) && !label(uri).equals(OTHER_HOST);
		if (!permitted) {
			throw new OutboundException(OutboundFailure.NOT_ALLOWED_HOST, label(uri), null);
		}
	}

	/// The host, if it is declared: others are in no message and no metric, because a
	/// member can choose them.
	private String label(URI uri) {
		String host = (uri.getHost() != null) ? uri.getHost().toLowerCase(Locale.ROOT) : "";
		return this.allowed.contains(host) ? host : OTHER_HOST;
	}

	private URI target(URI from, String location) {
		try {
			return from.resolve(location);
		}
		catch (IllegalArgumentException malformed) {
			throw new OutboundException(OutboundFailure.INVALID_RESPONSE, label(from), malformed);
		}
	}

	private static Map<String, String> forOtherHost(Map<String, String> headers) {
		return headers.entrySet()
			.stream()
			.filter((header) -> HEADERS_FOR_OTHER_HOSTS.contains(header.getKey().toLowerCase(Locale.ROOT)))
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private static Duration shorter(Duration first, Duration second) {
		return (first.compareTo(second) < 0) ? first : second;
	}

	@Override
	public void destroy() {
		this.threads.shutdownNow();
		this.exchange.close();
	}

}
