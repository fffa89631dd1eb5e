package com.howsmytrack.outbound;

import java.net.UnknownHostException;

/// A host has an address that is not public. A subclass of the exception that resolvers declare.
final class RefusedAddressException extends UnknownHostException {

	RefusedAddressException(String host) {
		super(host + " has an address that is not public");
	}

}
