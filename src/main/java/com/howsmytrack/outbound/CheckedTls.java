package com.howsmytrack.outbound;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;

/// TLS with a verified certificate. Before the handshake, the address of the connection is checked a second time: it must
/// not depend on the resolver alone that no other address is connected to.
final class CheckedTls implements TlsSocketStrategy {

	private final OutboundNetwork network;

	private final TlsSocketStrategy tls;

	CheckedTls(OutboundNetwork network) {
		this.network = network;
		this.tls = new DefaultClientTlsStrategy(network.trust());
	}

	@Override
	public SSLSocket upgrade(Socket socket, String target, int port, Object attachment, HttpContext context)
			throws IOException {
		if (!this.network.allows(socket.getInetAddress())) {
			throw new RefusedAddressException(target);
		}
		return this.tls.upgrade(socket, target, port, attachment, context);
	}

}
