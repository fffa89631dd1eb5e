import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/// An SMTP server on the loopback address that accepts and discards every mail. It prints the number of received mails each
/// second.
///
/// `java src/bench/SmtpSink.java 2525`
void main(String[] args) throws IOException, InterruptedException {
	AtomicLong mails = new AtomicLong();
	ServerSocket door = new ServerSocket(Integer.parseInt(args[0]), 50, InetAddress.getLoopbackAddress());
	Thread.ofVirtual().start(() -> welcome(door, mails));
	long before = 0;
	while (true) {
		Thread.sleep(1000);
		long now = mails.get();
		if (now != before) {
			IO.println("%d mails, %d in the last second".formatted(now, now - before));
			before = now;
		}
	}
}

void welcome(ServerSocket door, AtomicLong mails) {
	while (true) {
		try {
			Socket client = door.accept();
			Thread.ofVirtual().start(() -> converse(client, mails));
		}
		catch (IOException failed) {
			return;
		}
	}
}

void converse(Socket client, AtomicLong mails) {
	try (client;
			BufferedReader in = new BufferedReader(
					new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
		OutputStream out = client.getOutputStream();
		say(out, "220 sink");
		boolean data = false;
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			if (data) {
				if (line.equals(".")) {
					data = false;
					mails.incrementAndGet();
					say(out, "250 thrown away");
				}
			}
			else if (line.equals("DATA")) {
				data = true;
				say(out, "354 go on");
			}
			else {
				say(out, line.equals("QUIT") ? "221 bye" : "250 fine");
			}
		}
	}
	catch (IOException gone) {
		// The client may close the connection at any time.
	}
}

void say(OutputStream out, String line) throws IOException {
	out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
	out.flush();
}
