package com.howsmytrack.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLContext;

/// The network that calls use. [PublicInternet] is the only one of the service. Tests have another one, which connects to a
/// server of the test; no setting can select it.
interface OutboundNetwork {

	/// Looks up a host.
	List<InetSocketAddress> lookUp(String host, int port) throws UnknownHostException;

	/// Whether a connection to the address is allowed.
	boolean allows(InetAddress address);

	/// The certificates that are trusted.
	SSLContext trust();

}
