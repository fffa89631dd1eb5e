package com.howsmytrack.outbound;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Which addresses are public. The blocks are those of the special-purpose address registries of IANA (RFC 6890 and its
/// updates) that are not globally reachable.
final class PublicAddresses {

	private static final List<Block> SPECIAL_IPV4 = List.of(
			// This network (RFC 791).
			Block.ipv4(0, 0, 0, 0, 8),
			// Private use (RFC 1918).
			Block.ipv4(10, 0, 0, 0, 8), Block.ipv4(172, 16, 0, 0, 12), Block.ipv4(192, 168, 0, 0, 16),
			// Shared by the customers of a provider (RFC 6598).
			Block.ipv4(100, 64, 0, 0, 10),
			// Loopback (RFC 1122).
			Block.ipv4(127, 0, 0, 0, 8),
			// Link-local (RFC 3927), with the metadata services of cloud providers.
			Block.ipv4(169, 254, 0, 0, 16),
			// Protocol assignments (RFC 6890) and relays of 6to4 (RFC 7526).
			Block.ipv4(192, 0, 0, 0, 24), Block.ipv4(192, 88, 99, 0, 24),
			// Documentation (RFC 5737).
			Block.ipv4(192, 0, 2, 0, 24), Block.ipv4(198, 51, 100, 0, 24), Block.ipv4(203, 0, 113, 0, 24),
			// Benchmarks (RFC 2544).
			Block.ipv4(198, 18, 0, 0, 15),
			// Multicast (RFC 5771), reserved addresses and broadcast (RFC 1112, RFC 919).
			Block.ipv4(224, 0, 0, 0, 4), Block.ipv4(240, 0, 0, 0, 4));

	/// All addresses outside this block are special: unspecified, loopback, unique-local,
	/// link-local, site-local, multicast,
	/// IPv4-compatible and reserved ones.
	private static final Block GLOBAL_UNICAST = Block.ipv6("2000", 3);

	private static final List<Block> SPECIAL_IPV6 = List.of(
			// Protocol assignments (RFC 2928), with Teredo.
			Block.ipv6("20010000", 23),
			// Documentation (RFC 3849, RFC 9637).
			Block.ipv6("20010db8", 32), Block.ipv6("3fff0000", 20));

	/// Addresses that contain an IPv4 address, to which a gateway forwards.
	private static final Block IPV4_MAPPED = Block.ipv6("00000000000000000000ffff", 96);

	private static final Block NAT64 = Block.ipv6("0064ff9b0000000000000000", 96);

	private static final Block SIX_TO_FOUR = Block.ipv6("2002", 16);

	private PublicAddresses() {
	}

	static boolean contain(InetAddress address) {
		byte[] bytes = address.getAddress();
		return (bytes.length == 4) ? isPublicIpv4(bytes) : isPublicIpv6(bytes);
	}

	private static boolean isPublicIpv4(byte[] address) {
		return SPECIAL_IPV4.stream().noneMatch((block) -> block.contains(address));
	}

	private static boolean isPublicIpv6(byte[] address) {
		if (IPV4_MAPPED.contains(address) || NAT64.contains(address)) {
			return isPublicIpv4(Arrays.copyOfRange(address, 12, 16));
		}
		if (SIX_TO_FOUR.contains(address)) {
			return isPublicIpv4(Arrays.copyOfRange(address, 2, 6));
		}
		return GLOBAL_UNICAST.contains(address) && SPECIAL_IPV6.stream().noneMatch((block) -> block.contains(address));
	}

	/// The addresses that begin with the same bits.
	///
	/// @param prefix at least as many bits as count
	@SuppressWarnings("ArrayRecordComponent")
	private record Block(byte[] prefix, int bits) {

		static Block ipv4(int first, int second, int third, int fourth, int bits) {
			return new Block(new byte[] { (byte) first, (byte) second, (byte) third, (byte) fourth }, bits);
		}

		static Block ipv6(String prefix, int bits) {
			return new Block(HexFormat.of().parseHex(prefix), bits);
		}

		boolean contains(byte[] address) {
			int whole = this.bits / Byte.SIZE;
			int rest = this.bits % Byte.SIZE;
			return Arrays.equals(this.prefix, 0, whole, address, 0, whole) && (rest == 0 || (this.prefix[whole]
					& 0xff) >> (Byte.SIZE - rest) == (address[whole] & 0xff) >> (Byte.SIZE - rest));
		}

	}

}
