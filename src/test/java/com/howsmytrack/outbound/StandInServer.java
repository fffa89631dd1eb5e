package com.howsmytrack.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/// Stands in for other services, over TLS on the loopback interface, with the names of the real hosts. The paths without an
/// answer answer 404.
public final class StandInServer implements OutboundNetwork, AutoCloseable {

	private final TestCertificate certificate;

	private final ServerSocket server;

	private final Map<String, List<StandInAnswer>> answers = new ConcurrentHashMap<>();

	private final Map<String, AtomicInteger> answered = new ConcurrentHashMap<>();

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	private final List<Thread> threads = new CopyOnWriteArrayList<>();

	/// @param hosts the names in the certificate
	public StandInServer(Collection<String> hosts) {
		this.certificate = TestCertificate.of(hosts);
		try {
			this.server = this.certificate.server()
				.getServerSocketFactory()
				.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
		start(this::accept);
	}

	/// Sets the answers of a URL, for the first, the second and each further request; the
	/// last one repeats.
	public StandInServer on(String url, StandInAnswer... inOrder) {
		this.answered.remove(url);
		this.answers.put(url, List.of(inOrder));
		return this;
	}

	/// The requests so far, in the order of their arrival.
	public List<Request> requests() {
		return List.copyOf(this.requests);
	}

	/// The URLs of the requests so far.
	public List<String> urls() {
		return this.requests.stream().map(Request::url).toList();
	}

	/// Forgets requests and answers.
	public void reset() {
		this.requests.clear();
		this.answers.clear();
		this.answered.clear();
	}

	InetSocketAddress address() {
		return new InetSocketAddress(this.server.getInetAddress(), this.server.getLocalPort());
	}

	@Override
	public List<InetSocketAddress> lookUp(String host, int port) {
		return List.of(address());
	}

	/// In addition to public addresses, the one of this server.
	@Override
	public boolean allows(InetAddress address) {
		return address.equals(this.server.getInetAddress()) || PublicAddresses.contain(address);
	}

	@Override
	public SSLContext trust() {
		return this.certificate.client();
	}

	private void accept() {
		try {
			while (true) {
				Socket socket = this.server.accept();
				start(() -> answer(socket));
			}
		}
		catch (IOException closed) {
			// The test is over.
		}
	}

	private void answer(Socket socket) {
		try (socket) {
			Request request = read(socket.getInputStream());
			this.requests.add(request);
			List<StandInAnswer> inOrder = this.answers.getOrDefault(request.url(), List.of(StandInAnswer.html(404)));
			int number = this.answered.computeIfAbsent(request.url(), (_) -> new AtomicInteger()).getAndIncrement();
			inOrder.get(Math.min(number, inOrder.size() - 1)).writeTo(socket.getOutputStream());
			socket.getOutputStream().flush();
		}
		catch (IOException | InterruptedException gone) {
			// The client has closed the connection, or the test is over.
		}
	}

	private static Request read(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (!head.toString().endsWith("\r\n\r\n")) {
			int octet = in.read();
			if (octet < 0) {
				throw new IOException("The request is not complete");
			}
			head.append((char) octet);
		}
		String[] lines = head.toString().split("\r\n");
		String[] first = lines[0].split(" ");
		Map<String, String> headers = Arrays.stream(lines)
			.skip(1)
			.map((line) -> line.split(": ", 2))
			.collect(Collectors.toMap((line) -> line[0].toLowerCase(Locale.ROOT), (line) -> line[1]));
		byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
		return new Request(first[0], "https://" + headers.get("host") + first[1], headers,
				new String(body, StandardCharsets.UTF_8));
	}

	private void start(Runnable work) {
		this.threads.add(Thread.ofVirtual().start(work));
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		this.threads.forEach(Thread::interrupt);
	}

	/// A request that arrived.
	///
	/// @param headers by name in lower case
	public record Request(String method, String url, Map<String, String> headers, String body) {
	}

}
