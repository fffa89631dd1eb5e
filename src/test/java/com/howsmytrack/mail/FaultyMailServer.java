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

/// Stands between the application and the real mail server, and makes trouble: what a client says goes on to the
/// server, and what the server says comes back, unless the trouble has it otherwise.
final class FaultyMailServer implements AutoCloseable {

	/// Passed on as it came.
	static final String PASS = "pass";

	/// No answer, ever.
	static final String SILENCE = "silence";

	/// The server hears it and answers, but the connection breaks before the answer is
	/// through.
	static final String DROP_ANSWER = "drop answer";

	/// A dot alone on its line, at the end of the data.
	static final String END_OF_DATA = ".";

	private final ServerSocket door;

	private final int serverPort;

	private final Function<String, String> trouble;

	/// @param trouble what to do with a line of the client: one of the constants, or an
	/// answer instead of the server's
	FaultyMailServer(int serverPort, Function<String, String> trouble) {
		this.serverPort = serverPort;
		this.trouble = trouble;
		try {
			this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException failed) {
			throw new IllegalStateException(failed);
		}
		Thread.ofVirtual().start(this::welcome);
	}

	int port() {
		return this.door.getLocalPort();
	}

	private void welcome() {
		while (!this.door.isClosed()) {
			try {
				Socket client = this.door.accept();
				Thread.ofVirtual().start(() -> converse(client));
			}
			catch (IOException closed) {
				return;
			}
		}
	}

	private void converse(Socket client) {
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
				String reaction = this.trouble.apply(line);
				boolean refusedData = inData && !Set.of(PASS, SILENCE, DROP_ANSWER).contains(reaction);
				inData = false;
				switch (reaction) {
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
					default -> answer = reaction + "\r\n";
				}
				if (refusedData) {
					// The server still waits for the end of the data, so this class
					// answers from here on.
					write(client.getOutputStream(), answer);
					endConversation(fromClient, client.getOutputStream());
					return;
				}
			}
		}
		catch (IOException gone) {
			// The client lost its patience, as it should.
		}
	}

	private static void endConversation(BufferedReader client, OutputStream out) throws IOException {
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

	/// Whole, of however many lines it has; empty when the server hung up.
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
			this.door.close();
		}
		catch (IOException failed) {
			throw new IllegalStateException(failed);
		}
	}

}
