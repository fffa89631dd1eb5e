package com.howsmytrack.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

import org.apache.hc.client5.http.DnsResolver;

/// Resolves hosts for the HTTP client. The client connects to the addresses that are returned here, and does not look up
/// the host a second time. A host with one address that is not public is refused as a whole, because a public host has no
/// such address.
final class CheckedAddresses implements DnsResolver {

	private final OutboundNetwork network;

	private final int most;

	CheckedAddresses(OutboundNetwork network, int most) {
		this.network = network;
		this.most = most;
	}

	@Override
	public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
		List<InetSocketAddress> addresses = this.network.lookUp(host, port);
		if (addresses.isEmpty()) {
			throw new UnknownHostException(host);
		}
		if (!addresses.stream().map(InetSocketAddress::getAddress).allMatch(this.network::allows)) {
			throw new RefusedAddressException(host);
		}
		return addresses.stream().limit(this.most).toList();
	}

	@Override
	public InetAddress[] resolve(String host) {
		throw new UnsupportedOperationException("Addresses are resolved together with the port");
	}

	@Override
	public String resolveCanonicalHostname(String host) {
		return host;
	}

}
