package com.howsmytrack.matching;

import java.util.ArrayList;
import java.util.List;

/// How a pool is cut: into groups of 4, the last few of 3, because a group of 2 is feedback from a single person. Only
/// 2 and 5 requests cannot do without one.
final class GroupSizes {

	private GroupSizes() {
	}

	/// The sizes of the groups for that many requests, front to back.
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
