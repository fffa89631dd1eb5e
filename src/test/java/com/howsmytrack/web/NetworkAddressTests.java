package com.howsmytrack.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NetworkAddressTests {

	@ParameterizedTest
	@CsvSource({ "203.0.113.7, 203.0.113.7", "::ffff:203.0.113.7, 203.0.113.7",
			"2001:db8:1:2:3:4:5:6, 20:01:0d:b8:00:01:00:02", "2001:db8:1:2::1, 20:01:0d:b8:00:01:00:02",
			"::1, 00:00:00:00:00:00:00:00", "example.com, unknown", "1.2.3.4:80, unknown", "'', unknown" })
	void isOneIpv4AddressOrAnIpv6Network(String address, String network) {
		assertThat(NetworkAddress.of(address).value()).isEqualTo(network);
	}

}
