package com.howsmytrack.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GroupSizesTests {

	@ParameterizedTest
	@CsvSource(delimiterString = "→", textBlock = """
			0  → ''
			2  → 2
			3  → 3
			4  → 4
			5  → 3 2
			6  → 3 3
			7  → 4 3
			8  → 4 4
			9  → 3 3 3
			10 → 4 3 3
			11 → 4 4 3
			12 → 4 4 4
			13 → 4 3 3 3
			14 → 4 4 3 3
			15 → 4 4 4 3
			16 → 4 4 4 4
			17 → 4 4 3 3 3
			21 → 4 4 4 3 3 3
			""")
	void areFoursWithAsFewThreesAsPossibleAtTheEnd(int requests, String sizes) {
		assertThat(GroupSizes.of(requests)).isEqualTo(numbers(sizes));
	}

	@ParameterizedTest
	@MethodSource("oneToForty")
	void areTheSizesOfThePlannedGroups(int requests) {
		GroupPlan plan = GroupPlanner.plan(AssignmentRuns.manyTracks(Genre.JAZZ, requests));

		assertThat(plan.groups()).extracting((group) -> group.requests().size())
			.containsExactlyElementsOf(fewestThrees(requests));
	}

	@Test
	void haveNoGroupOfOne() {
		assertThatIllegalArgumentException().isThrownBy(() -> GroupSizes.of(1));
	}

	static List<Integer> oneToForty() {
		return AssignmentRuns.manyTracks(Genre.JAZZ, 40).stream().map((request) -> (int) request.id()).toList();
	}

	/// Computes the result of the rule without its steps: the fewest groups of 3 that
	/// leave a multiple of 4. At most three, because four groups of 3 equal three groups
	/// of 4.
	private static List<Integer> fewestThrees(int requests) {
		if (requests == 1) {
			return List.of();
		}
		for (int threes = 0; threes <= 3; threes++) {
			int inFours = requests - 3 * threes;
			if (inFours >= 0 && inFours % 4 == 0) {
				List<Integer> sizes = new ArrayList<>(Collections.nCopies(inFours / 4, 4));
				sizes.addAll(Collections.nCopies(threes, 3));
				return sizes;
			}
		}
		return (requests == 5) ? List.of(3, 2) : List.of(2);
	}

	private static List<Integer> numbers(String sizes) {
		return Arrays.stream(sizes.split(" ")).filter((size) -> !size.isEmpty()).map(Integer::valueOf).toList();
	}

}
