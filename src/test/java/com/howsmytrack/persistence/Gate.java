package com.howsmytrack.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A TCP proxy that can be closed, as if the server were gone, and opened again.
final class Gate implements AutoCloseable {

	private final int serverPort;

	private final Set<Socket> passing = ConcurrentHashMap.newKeySet();

	private final int port;

	private ServerSocket door;

	Gate(int serverPort) throws IOException {
		this.serverPort = serverPort;
		this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.port = this.door.getLocalPort();
		welcome();
	}

	int port() {
		return this.port;
	}

	void open() throws IOException {
		this.door = new ServerSocket();
		this.door.setReuseAddress(true);
		this.door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port));
		welcome();
	}

	@Override
	public void close() throws IOException {
		shut();
	}

	/// Accepts no new connections and closes the open ones.
	void shut() throws IOException {
		this.door.close();
		for (Socket socket : this.passing) {
			socket.close();
		}
		this.passing.clear();
	}

	private void welcome() {
		ServerSocket open = this.door;
		Thread.ofVirtual().start(() -> {
			while (!open.isClosed()) {
				try {
					Socket client = open.accept();
					Socket server = new Socket(InetAddress.getLoopbackAddress(), this.serverPort);
					this.passing.add(client);
					this.passing.add(server);
					Thread.ofVirtual().start(() -> pass(client, server));
					Thread.ofVirtual().start(() -> pass(server, client));
				}
				catch (IOException closed) {
					return;
				}
			}
		});
	}

	private static void pass(Socket from, Socket to) {
		try (from; to; InputStream in = from.getInputStream()) {
			in.transferTo(to.getOutputStream());
		}
		catch (IOException gone) {
			// One side closed the connection, so the other is closed too.
		}
	}

}
