package com.howsmytrack.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TcpProxyTests {

	private static final int TIME_LIMIT_MILLISECONDS = 60_000;

	@Test
	void closesAConnectionThatItAcceptsWhileItStops() throws Exception {
		CountDownLatch accepted = new CountDownLatch(1);
		CountDownLatch stopped = new CountDownLatch(1);
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				TcpProxy proxy = new TcpProxy(() -> {
					accepted.countDown();
					await(stopped);
					return server.getLocalPort();
				});
				Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
			client.setSoTimeout(TIME_LIMIT_MILLISECONDS);
			accepted.await();
			proxy.stop();
			stopped.countDown();

			assertThat(isClosedByTheOtherSide(client)).isTrue();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
	}

	private static boolean isClosedByTheOtherSide(Socket socket) throws IOException {
		try {
			return socket.getInputStream().read() == -1;
		}
		catch (SocketException reset) {
			return true;
		}
	}

}
