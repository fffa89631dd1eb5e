package com.howsmytrack.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PublicAddressesTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			# address                          | public
			1.1.1.1                            | true
			9.255.255.255                      | true
			11.0.0.0                           | true
			100.63.255.255                     | true
			100.128.0.0                        | true
			172.15.255.255                     | true
			172.32.0.0                         | true
			192.0.1.1                          | true
			223.255.255.255                    | true
			0.0.0.0                            | false
			0.1.2.3                            | false
			10.0.0.1                           | false
			10.255.255.255                     | false
			100.64.0.0                         | false
			100.127.255.255                    | false
			127.0.0.1                          | false
			127.255.255.254                    | false
			169.254.0.1                        | false
			169.254.169.254                    | false
			172.16.0.1                         | false
			172.31.255.255                     | false
			192.0.0.8                          | false
			192.0.2.1                          | false
			192.88.99.1                        | false
			192.168.0.1                        | false
			198.18.0.1                         | false
			198.19.255.255                     | false
			198.51.100.7                       | false
			203.0.113.7                        | false
			224.0.0.1                          | false
			239.255.255.255                    | false
			240.0.0.1                          | false
			255.255.255.255                    | false
			2606:4700:4700::1111               | true
			2a00:1450:4001:82a::200e           | true
			2001:4860:4860::8888               | true
			::                                 | false
			::1                                | false
			::127.0.0.1                        | false
			::8.8.8.8                          | false
			100::1                             | false
			2001::1                            | false
			2001:0:4136:e378:8000:63bf:3fff:fdd2 | false
			2001:10::1                         | false
			2001:1ff:ffff::1                   | false
			2001:200::1                        | true
			2001:db8::1                        | false
			3fff::1                            | false
			3fff:1000::1                       | true
			4000::1                            | false
			5f00::1                            | false
			fc00::1                            | false
			fd12:3456:789a::1                  | false
			fe80::1                            | false
			fec0::1                            | false
			ff02::1                            | false
			64:ff9b::808:808                   | true
			64:ff9b::a00:1                     | false
			64:ff9b::7f00:1                    | false
			64:ff9b::a9fe:a9fe                 | false
			64:ff9b:1::808:808                 | false
			2002:808:808::1                    | true
			2002:7f00:1::1                     | false
			2002:c0a8:1::1                     | false
			""", delimiter = '|')
	void knowsPublicAddresses(String address, boolean expected) throws UnknownHostException {
		assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isEqualTo(expected);
	}

	/// The JDK turns these addresses into IPv4 addresses, unless they have a scope.
	@Test
	void looksIntoIpv4MappedAddresses() throws UnknownHostException {
		assertThat(PublicAddresses.contain(ipv6("00000000000000000000ffff7f000001"))).isFalse();
		assertThat(PublicAddresses.contain(ipv6("00000000000000000000ffffc0a80001"))).isFalse();
		assertThat(PublicAddresses.contain(ipv6("00000000000000000000ffff08080808"))).isTrue();
	}

	private static InetAddress ipv6(String hex) throws UnknownHostException {
		return Inet6Address.getByAddress(null, HexFormat.of().parseHex(hex), 1);
	}

}
