package com.howsmytrack.matching;

import java.util.ArrayList;
import java.util.List;

/// The sizes of the groups of a pool: 4, and 3 for the last groups where the number of requests needs it. In a group
/// of 2, each member gets feedback from one person only; it occurs only with 2 or 5 requests.
final class GroupSizes {

	private GroupSizes() {
	}

	/// The sizes for this number of requests, in the order of the groups.
	static List<Integer> of(int requests) {
		List<Integer> sizes = new ArrayList<>();
		int remaining = requests;
		while (remaining > 0) {
			int size = next(remaining);
			sizes.add(size);
			remaining -= size;
		}
		return sizes;
	}

	private static int next(int remaining) {
		if (remaining > 9 || remaining % 4 == 0) {
			return 4;
		}
		if (remaining % 3 == 0) {
			return 3;
		}
		return switch (remaining) {
			case 2 -> 2;
			case 5 -> 3;
			case 7 -> 4;
			default -> throw new IllegalArgumentException("No group has a single member");
		};
	}

}
