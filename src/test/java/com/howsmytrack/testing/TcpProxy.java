package com.howsmytrack.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/// A TCP proxy that can be stopped, as if the server were gone, and restarted.
public final class TcpProxy implements AutoCloseable {

	private final IntSupplier serverPort;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private final int port;

	private ServerSocket listener;

	public TcpProxy(int serverPort) throws IOException {
		this(() -> serverPort);
	}

	/// @param serverPort is called for each connection
	public TcpProxy(IntSupplier serverPort) throws IOException {
		this.serverPort = serverPort;
		this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.port = this.listener.getLocalPort();
		acceptConnections();
	}

	public int port() {
		return this.port;
	}

	public void restart() throws IOException {
		this.listener = new ServerSocket();
		this.listener.setReuseAddress(true);
		this.listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port));
		acceptConnections();
	}

	@Override
	public void close() throws IOException {
		stop();
	}

	/// Accepts no new connections and closes the open ones.
	public synchronized void stop() throws IOException {
		this.listener.close();
		for (Socket socket : this.sockets) {
			socket.close();
		}
		this.sockets.clear();
	}

	private void acceptConnections() {
		ServerSocket current = this.listener;
		Thread.ofVirtual().start(() -> {
			while (!current.isClosed()) {
				try {
					Socket client = current.accept();
					Socket server = new Socket(InetAddress.getLoopbackAddress(), this.serverPort.getAsInt());
					forward(current, client, server);
				}
				catch (IOException closed) {
					return;
				}
			}
		});
	}

	/// Closes a connection that was accepted while the proxy was stopped.
	private synchronized void forward(ServerSocket accepting, Socket client, Socket server) throws IOException {
		if (accepting.isClosed()) {
			client.close();
			server.close();
			return;
		}
		this.sockets.add(client);
		this.sockets.add(server);
		Thread.ofVirtual().start(() -> forward(client, server));
		Thread.ofVirtual().start(() -> forward(server, client));
	}

	private static void forward(Socket from, Socket to) {
		try (from; to; InputStream in = from.getInputStream()) {
			in.transferTo(to.getOutputStream());
		}
		catch (IOException gone) {
			// One side closed the connection, so the other is closed too.
		}
	}

}
