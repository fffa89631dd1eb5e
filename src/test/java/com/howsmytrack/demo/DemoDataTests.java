package com.howsmytrack.demo;

import java.util.Collections;
import java.util.Map;

import com.howsmytrack.jobs.Job;
import com.howsmytrack.jobs.JobRun;
import com.howsmytrack.jobs.JobRunner;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class DemoDataTests {

	private static final ApplicationArguments NONE = new DefaultApplicationArguments();

	@Autowired
	private AutowireCapableBeanFactory beans;

	@Autowired
	private ObjectProvider<DemoData> unasked;

	@Autowired
	private JobRunner jobs;

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	private DemoData demo;

	@BeforeEach
	void askForTheDemo() {
		this.demo = this.beans.createBean(DemoData.class);
	}

	@Test
	void isNotThereUnasked() {
		assertThat(this.unasked.getIfAvailable()).isNull();
	}

	@Test
	void fillsAnEmptyDatabaseWithTheWholeStory() {
		DemoStory story = DemoStory.read();

		this.demo.run(NONE);

		assertThat(this.database.count("account")).isEqualTo(story.members().size());
		assertThat(this.database.count("feedback_group")).isEqualTo(story.groups().size());
		assertThat(this.database.count("feedback_request WHERE feedback_group_id IS NULL"))
			.isEqualTo(story.pending().size());
		assertThat(this.database.count("feedback_response"))
			.isEqualTo(story.groups().stream().mapToInt((group) -> group.forms().size()).sum());
	}

	@Test
	void namesGroupsByTheirIds() {
		this.demo.run(NONE);

		assertThat(this.database.count("feedback_group WHERE name NOT LIKE 'Feedback Group #' || id || ' - %'"))
			.isZero();
	}

	@Test
	void letsTheAnnouncedAddressesSignIn() {
		this.demo.run(NONE);

		assertThat(DemoData.ADDRESSES).allSatisfy((address) -> this.api.stranger()
			.run("mutation($address: String!, $password: String!) {"
					+ " tokenAuth(username: $address, password: $password) { payload } }",
					Map.of("address", address, "password", DemoData.PASSWORD))
			.hasNoErrors());
	}

	@Test
	void loadsOnceHoweverManyInstancesStart() {
		Races.run(Collections.nCopies(3, () -> {
			this.demo.run(NONE);
			return true;
		}));

		assertThat(this.database.count("account")).isEqualTo(DemoStory.read().members().size());
	}

	@Test
	void leavesADatabaseAloneThatHasAnAccount() {
		this.api.member("somebody");

		this.demo.run(NONE);

		assertThat(this.database.count("account")).isOne();
		assertThat(this.database.count("feedback_group")).isZero();
	}

	@Test
	void ratesMembersAsTheNightWould() {
		this.demo.run(NONE);

		assertThat(this.jobs.run(Job.CALCULATE_USER_RATINGS)).get()
			.extracting(JobRun::counts)
			.isEqualTo(Map.of("ratingsChanged", 0L));
	}

	@Test
	void leavesEnoughPendingForSeveralGroups() {
		this.demo.run(NONE);
		long before = this.database.count("feedback_group");

		assertThat(this.jobs.run(Job.ASSIGN_GROUPS)).isPresent();

		assertThat(this.database.count("feedback_group") - before).isEqualTo(4);
		assertThat(this.database.count("feedback_request WHERE feedback_group_id IS NULL")).isZero();
	}

}
