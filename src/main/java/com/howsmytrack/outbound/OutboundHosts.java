package com.howsmytrack.outbound;

import java.util.Set;

/// Hosts that a module calls. Each module that calls others declares a bean of its own.
@FunctionalInterface
public interface OutboundHosts {

	/// Host names in lower case. A name does not include its subdomains.
	Set<String> names();

}
