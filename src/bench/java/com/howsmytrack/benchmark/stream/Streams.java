package com.howsmytrack.benchmark.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Open subscriptions, one connection each. One thread reads from all of them, because the load generator shares the
/// processors with the measured service.
public final class Streams implements AutoCloseable {

	/// The backlog of the server's socket has 100 connections.
	private static final int OPENING_AT_ONCE = 50;

	private static final int BUFFER_BYTES = 1 << 17;

	private static final Duration OPENING_LIMIT = Duration.ofMinutes(1);

	private final Transport transport;

	private final InetSocketAddress address;

	private final String document;

	private final Selector selector;

	private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

	private final Queue<Subscription> waiting;

	private final CompletableFuture<Void> opened = new CompletableFuture<>();

	private final Thread thread = new Thread(this::run, "streams");

	private int unopened;

	private int opening;

	/// The reason why the first of the connections that ended did so; null if all are open.
	private volatile String failure;

	private volatile boolean closed;

	private Streams(Transport transport, int port, String document, Collection<? extends Subscription> subscriptions)
			throws IOException {
		this.transport = transport;
		this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
		this.document = document;
		this.selector = Selector.open();
		this.waiting = new ArrayDeque<>(subscriptions);
		this.unopened = subscriptions.size();
	}

	/// Opens the streams and waits until each has received its first event.
	///
	/// @param port the port of the service on this machine
	/// @param document a subscription without quotation marks
	public static Streams open(Transport transport, int port, String document,
			Collection<? extends Subscription> subscriptions) throws IOException, InterruptedException {
		Streams streams = new Streams(transport, port, document, subscriptions);
		streams.thread.setDaemon(true);
		streams.thread.start();
		try {
			streams.opened.get(OPENING_LIMIT.toSeconds(), TimeUnit.SECONDS);
			return streams;
		}
		catch (ExecutionException | TimeoutException unopened) {
			streams.close();
			throw new IOException(streams.unopened + " streams were not opened", unopened);
		}
	}

	/// The reason why a stream ended; null if all are open.
	public String failure() {
		return this.failure;
	}

	private void run() {
		try {
			while (!this.closed) {
				openNext();
				this.selector.select(this::handle);
			}
		}
		catch (IOException | RuntimeException unexpected) {
			fail(unexpected);
		}
	}

	private void openNext() throws IOException {
		while (this.opening < OPENING_AT_ONCE && !this.waiting.isEmpty()) {
			this.opening++;
			SocketChannel channel = SocketChannel.open();
			channel.configureBlocking(false);
			channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
			Connection connection = this.transport.connect(channel, this.document, this.waiting.remove());
			channel.connect(this.address);
			channel.register(this.selector, SelectionKey.OP_CONNECT, connection);
		}
	}

	private void handle(SelectionKey key) {
		Connection connection = (Connection) key.attachment();
		try {
			if (key.isConnectable()) {
				((SocketChannel) key.channel()).finishConnect();
				key.interestOps(SelectionKey.OP_READ);
				connection.sendRequest();
			}
			else {
				boolean wasOpen = connection.hasReceivedEvent();
				connection.read(this.buffer);
				if (!wasOpen && connection.hasReceivedEvent()) {
					countOpened();
				}
			}
		}
		catch (IOException ended) {
			fail(ended);
			close(connection);
		}
	}

	private void countOpened() {
		this.opening--;
		this.unopened--;
		if (this.unopened == 0) {
			this.opened.complete(null);
		}
	}

	private void fail(Exception reason) {
		if (this.failure == null && !this.closed) {
			this.failure = reason.toString();
			this.opened.completeExceptionally(reason);
		}
	}

	private static void close(Connection connection) {
		try {
			connection.close();
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	@Override
	public void close() throws IOException {
		this.closed = true;
		this.selector.wakeup();
		try {
			this.thread.join();
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
		for (SelectionKey key : this.selector.keys()) {
			key.channel().close();
		}
		this.selector.close();
	}

}
