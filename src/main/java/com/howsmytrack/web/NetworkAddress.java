package com.howsmytrack.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

import jakarta.servlet.ServletRequest;

/// The network that a request came from, as throttles count it: one IPv4 address, or the 64 bits of an IPv6
/// address that a provider gives to one customer.
public record NetworkAddress(String value) {

	/// Whatever a proxy made up instead of an address is one network, and a busy one.
	private static final NetworkAddress UNKNOWN = new NetworkAddress("unknown");

	private static final int CUSTOMER_BYTES = 8;

	/// The caller's, as far as the server's proxies are believed. Looks nothing up.
	public static NetworkAddress of(ServletRequest request) {
		return of(request.getRemoteAddr());
	}

	static NetworkAddress of(String address) {
		try {
			InetAddress literal = InetAddress.ofLiteral(address);
			return new NetworkAddress((literal instanceof Inet6Address)
					? HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(literal.getAddress(), CUSTOMER_BYTES))
					: literal.getHostAddress());
		}
		catch (IllegalArgumentException noAddress) {
			return UNKNOWN;
		}
	}

}
