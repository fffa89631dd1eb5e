package com.howsmytrack.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;

/// A TCP proxy in front of the instances, like a load balancer: it forwards each connection to the first instance that
/// accepts it.
final class InstanceProxy implements AutoCloseable {

	private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

	private volatile List<Service> instances;

	private volatile Service last;

	InstanceProxy(List<Service> instances) throws IOException {
		this.instances = instances;
		this.last = instances.getFirst();
		Thread.ofVirtual().start(this::accept);
	}

	String address() {
		return "http://127.0.0.1:" + this.listener.getLocalPort();
	}

	void forwardTo(List<Service> newInstances) {
		this.instances = newInstances;
	}

	/// The instance that accepted the last connection.
	Service last() {
		return this.last;
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.listener.accept();
				Optional<Socket> server = connect();
				if (server.isEmpty()) {
					client.close();
				}
				else {
					Thread.ofVirtual().start(() -> forward(client, server.get()));
					Thread.ofVirtual().start(() -> forward(server.get(), client));
				}
			}
		}
		catch (IOException closed) {
			// The benchmark closed the proxy.
		}
	}

	private Optional<Socket> connect() {
		for (Service instance : this.instances) {
			try {
				Socket server = new Socket(InetAddress.getLoopbackAddress(), instance.port());
				server.setTcpNoDelay(true);
				this.last = instance;
				return Optional.of(server);
			}
			catch (IOException refused) {
				// The instance was killed.
			}
		}
		return Optional.empty();
	}

	private static void forward(Socket from, Socket to) {
		try (from; to; InputStream in = from.getInputStream()) {
			in.transferTo(to.getOutputStream());
		}
		catch (IOException gone) {
			// One side closed the connection, so the other is closed too.
		}
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
	}

}
