package com.howsmytrack.attacks;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import com.howsmytrack.attacks.WriterInference.Evidence;
import com.howsmytrack.jobs.JobRunner;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.ProductionRatingRules;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/// Two members collude, and a third account of theirs polls: which writers can they name with certainty from all that they
/// receive?
///
/// `-Dsimulation.members=200 -Dsimulation.runs=30` runs the full size.
@WholeApplication
@ProductionRatingRules
@TestPropertySource(properties = { "howsmytrack.feedback.release-interval=1h", "howsmytrack.feedback.reply-wait=7d",
		"howsmytrack.account.session-lifetime=100d",
		"howsmytrack.account.rate-limits.sign-in-by-network.times=100000" })
class CollusionSimulationTests {

	private static final Logger logger = LoggerFactory.getLogger(CollusionSimulationTests.class);

	private static final int MEMBERS = Integer.getInteger("simulation.members", 20);

	private static final int RUNS = Integer.getInteger("simulation.runs", 5);

	private static final Duration RELEASE_INTERVAL = Duration
		.parse(System.getProperty("simulation.release-interval", "PT1H"));

	private static final int RATINGS_PER_CHANGE = Integer.getInteger("simulation.ratings-per-change", 3);

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	@Autowired
	private JobRunner jobs;

	@Test
	void namesNoWriter() {
		Coalition coalition = new Coalition(this.clock, RATINGS_PER_CHANGE);
		SimulatedMonth month = new SimulatedMonth(this.api, this.database, this.clock, this.jobs, coalition);
		month.run(MEMBERS, RUNS);

		int unknown = 0;
		int inevitable = 0;
		int all = 0;
		Map<Evidence, Integer> named = new EnumMap<>(Evidence.class);
		for (GroupNotes notes : coalition.notes().values()) {
			WriterInference inference = new WriterInference(notes, RELEASE_INTERVAL);
			Map<Integer, Long> without = inference.named(Set.of());
			inevitable += without.size();
			unknown += inference.unknown();
			for (Evidence kind : Evidence.values()) {
				named.merge(kind, beyond(without, inference.named(EnumSet.of(kind)), month), Integer::sum);
			}
			all += beyond(without, inference.named(EnumSet.allOf(Evidence.class)), month);
		}
		logger.info("""
				{}.
				Received from other members: {} responses. Writers named in any case: {}.
				Further writers named by one kind of evidence: {}, by all together: {}.
				Ids found by guessing: {}. Single ratings computed: {}.""", month.describe(), unknown, inevitable,
				named, all, coalition.guessed(), coalition.singleRatings());
		assertThat(coalition.guessed()).as("guessed ids").isZero();
		assertThat(named.values()).as("writers named by one kind of evidence").containsOnly(0);
		assertThat(all).as("writers named by all kinds of evidence together").isZero();
		assertThat(coalition.singleRatings()).as("single ratings").isZero();
	}

	/// What the evidence adds. A wrong name would be a defect of the inference.
	private static int beyond(Map<Integer, Long> without, Map<Integer, Long> named, SimulatedMonth month) {
		named.forEach((response, writer) -> assertThat(writer).as("writer of " + response)
			.isEqualTo(month.writersRequest(response)));
		Map<Integer, Long> added = new HashMap<>(named);
		added.keySet().removeAll(without.keySet());
		return added.size();
	}

}
