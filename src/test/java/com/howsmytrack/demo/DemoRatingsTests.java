package com.howsmytrack.demo;

import java.util.List;
import java.util.Map;

import com.howsmytrack.jobs.JobName;
import com.howsmytrack.jobs.JobRun;
import com.howsmytrack.jobs.JobRunner;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.ProductionRatingRules;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.DefaultApplicationArguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// The ratings of the demo with the rules of production.
@WholeApplication
@ProductionRatingRules
class DemoRatingsTests {

	@Autowired
	private Database database;

	@BeforeEach
	void loadTheDemo(@Autowired AutowireCapableBeanFactory beans) {
		beans.createBean(DemoData.class).run(new DefaultApplicationArguments());
	}

	@Test
	void coverTheWholeRange() {
		List<Double> ratings = this.database.list(Double.class, "SELECT rating FROM member_rating");

		assertThat(ratings).hasSizeGreaterThanOrEqualTo(10)
			.anyMatch((rating) -> rating < 2)
			.anyMatch((rating) -> rating > 3 && rating < 4)
			.anyMatch((rating) -> rating > 4.5);
	}

	@Test
	void rateAdaWell() {
		assertThat(this.database.single(Double.class, """
				SELECT rating FROM member_rating JOIN account ON account.id = member_rating.account_id
				WHERE email = 'ada@demo.howsmytrack.com'""")).isCloseTo(4.67, within(0.01));
	}

	/// The group of two, and the groups in which a writer has unrated responses and the
	/// first rating is less than a week old.
	@Test
	void doNotCountSomeRatings() {
		assertThat(this.database.count("feedback_response WHERE rating IS NOT NULL AND counted_at IS NULL"))
			.isBetween(2L, 20L);
	}

	@Test
	void stayInTheNextRun(@Autowired JobRunner jobs) {
		assertThat(jobs.run(new JobName("calculate-user-ratings"))).get()
			.extracting(JobRun::counts)
			.isEqualTo(Map.of("ratingsChanged", 0L));
	}

}
