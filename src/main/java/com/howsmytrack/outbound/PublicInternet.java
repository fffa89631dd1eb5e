package com.howsmytrack.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;

import org.apache.hc.core5.ssl.SSLContexts;

/// Public addresses, as the name server of the machine knows them, and the certificate authorities of the JDK.
class PublicInternet implements OutboundNetwork {

	@Override
	public List<InetSocketAddress> lookUp(String host, int port) throws UnknownHostException {
		return Arrays.stream(InetAddress.getAllByName(host))
			.map((address) -> new InetSocketAddress(address, port))
			.toList();
	}

	@Override
	public boolean allows(InetAddress address) {
		return PublicAddresses.contain(address);
	}

	@Override
	public SSLContext trust() {
		return SSLContexts.createDefault();
	}

}
