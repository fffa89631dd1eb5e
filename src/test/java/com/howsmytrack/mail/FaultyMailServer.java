package com.howsmytrack.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.function.Function;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// An SMTP proxy between the application and the mail server of the tests. Relays the lines of both sides, and injects a
/// fault where the test wants one.
final class FaultyMailServer implements AutoCloseable {

	/// Relays the line and the answer.
	static final String PASS = "pass";

	/// Sends no answer.
	static final String SILENCE = "silence";

	/// Relays the line to the server and closes the connection instead of relaying the
	/// answer.
	static final String DROP_ANSWER = "drop answer";

	/// The line that ends the data of a message.
	static final String END_OF_DATA = ".";

	private final ServerSocket listener;

	private final int serverPort;

	private final Function<String, String> fault;

	/// @param fault maps a line of the client to one of the constants, or to an answer
	/// that replaces that of the server
	FaultyMailServer(int serverPort, Function<String, String> fault) {
		this.serverPort = serverPort;
		this.fault = fault;
		try {
			this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException failed) {
			throw new IllegalStateException(failed);
		}
		Thread.ofVirtual().start(this::acceptClients);
	}

	int port() {
		return this.listener.getLocalPort();
	}

	private void acceptClients() {
		while (!this.listener.isClosed()) {
			try {
				Socket client = this.listener.accept();
				Thread.ofVirtual().start(() -> relay(client));
			}
			catch (IOException closed) {
				return;
			}
		}
	}

	private void relay(Socket client) {
		try (client;
				Socket server = new Socket(InetAddress.getLoopbackAddress(), this.serverPort);
				BufferedReader fromClient = lines(client);
				BufferedReader fromServer = lines(server)) {
			String answer = answer(fromServer);
			boolean inData = false;
			while (!answer.isEmpty()) {
				write(client.getOutputStream(), answer);
				String line = fromClient.readLine();
				while (inData && line != null && !line.equals(END_OF_DATA)) {
					write(server.getOutputStream(), line + "\r\n");
					line = fromClient.readLine();
				}
				if (line == null) {
					return;
				}
				String action = this.fault.apply(line);
				boolean rejectedData = inData && !Set.of(PASS, SILENCE, DROP_ANSWER).contains(action);
				inData = false;
				switch (action) {
					case PASS -> {
						write(server.getOutputStream(), line + "\r\n");
						answer = answer(fromServer);
						inData = answer.startsWith("354");
					}
					case DROP_ANSWER -> {
						write(server.getOutputStream(), line + "\r\n");
						answer(fromServer);
						return;
					}
					case SILENCE -> {
						fromClient.readLine();
						return;
					}
					default -> answer = action + "\r\n";
				}
				if (rejectedData) {
					// The server still waits for the end of the data, so the rest of the
					// session cannot be relayed.
					write(client.getOutputStream(), answer);
					endSession(fromClient, client.getOutputStream());
					return;
				}
			}
		}
		catch (IOException gone) {
			// The client closes the connection after its timeout.
		}
	}

	private static void endSession(BufferedReader client, OutputStream out) throws IOException {
		String line = client.readLine();
		while (line != null && !line.equals("QUIT")) {
			write(out, "250 OK\r\n");
			line = client.readLine();
		}
		write(out, "221 Bye\r\n");
	}

	private static BufferedReader lines(Socket socket) throws IOException {
		return new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
	}

	/// Reads all lines of an answer. Empty if the server has closed the connection.
	private static String answer(BufferedReader server) throws IOException {
		StringBuilder answer = new StringBuilder();
		String line = server.readLine();
		while (line != null) {
			answer.append(line).append("\r\n");
			boolean last = line.length() < 4 || line.charAt(3) != '-';
			line = last ? null : server.readLine();
		}
		return answer.toString();
	}

	private static void write(OutputStream out, String text) throws IOException {
		out.write(text.getBytes(ISO_8859_1));
		out.flush();
	}

	@Override
	public void close() {
		try {
			this.listener.close();
		}
		catch (IOException failed) {
			throw new IllegalStateException(failed);
		}
	}

}
