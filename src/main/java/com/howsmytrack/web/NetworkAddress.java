package com.howsmytrack.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

import jakarta.servlet.ServletRequest;

/// The network of a caller, as rate limits count it: one IPv4 address, or the first 64 bits of an IPv6 address, which
/// a provider gives to one customer.
public record NetworkAddress(String value) {

	/// Malformed addresses count as one network.
	private static final NetworkAddress UNKNOWN = new NetworkAddress("unknown");

	private static final int CUSTOMER_BYTES = 8;

	/// The network of the caller, as the trusted proxies report it. Makes no DNS look-up.
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
		catch (IllegalArgumentException exception) {
			return UNKNOWN;
		}
	}

}
