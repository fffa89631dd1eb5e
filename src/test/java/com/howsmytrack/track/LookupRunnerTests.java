package com.howsmytrack.track;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.outbound.StandInAnswer;
import com.howsmytrack.outbound.StandInConfiguration;
import com.howsmytrack.outbound.StandInServer;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
@Import({ StandInConfiguration.class, DueLookups.class })
@TestPropertySource(properties = "howsmytrack.outbound.enabled=true")
class LookupRunnerTests {

	private static final String SLOW = "https://on.soundcloud.com/QnSJh";

	private static final String FAST = "https://1drv.ms/u/s!AkijuZglD51udYXH7Sk97fS-g_c";

	@Autowired
	StandInServer services;

	@Autowired
	LookupQueue queue;

	@Autowired
	DueLookups lookups;

	@Autowired
	FeedbackScenario scenario;

	@Autowired
	Database database;

	private final CountDownLatch slowCallBegun = new CountDownLatch(1);

	private final CountDownLatch never = new CountDownLatch(1);

	private LookupRunner runner;

	@BeforeEach
	void begin() {
		this.services.reset();
		this.services.on(SLOW, StandInAnswer.html(404).after(this.never).during(this.slowCallBegun::countDown));
		this.runner = this.lookups.newInstance();
	}

	@AfterEach
	void end() {
		this.runner.destroy();
	}

	@Test
	void callsAServiceWhileAnotherOneDoesNotAnswer() throws InterruptedException {
		CountDownLatch called = new CountDownLatch(1);
		this.services.on(FAST, StandInAnswer.html(404).during(called::countDown));
		request("ann", SLOW);
		this.runner.startDue();
		await(this.slowCallBegun);
		request("ben", FAST);

		this.runner.startDue();

		await(called);
	}

	@Test
	void callsAServiceOnceAtATime() throws InterruptedException {
		request("ann", SLOW);
		this.runner.startDue();
		await(this.slowCallBegun);
		request("ben", "https://on.soundcloud.com/another");

		this.runner.startDue();

		// The first due look-up of the host is not claimed.
		assertThat(this.queue.claim("on.soundcloud.com")).map(TrackLookup::url)
			.contains("https://on.soundcloud.com/another");
	}

	@Test
	void leavesALookUpThatTheEndOfTheProcessInterruptsToItsLease() throws InterruptedException {
		request("ann", SLOW);
		this.runner.startDue();
		await(this.slowCallBegun);

		this.runner.destroy();

		assertThat(this.database.single(Integer.class, "SELECT failures FROM track_lookup WHERE state = 'DUE'"))
			.isZero();
		assertThat(this.queue.dueHosts()).isEmpty();
	}

	private static void await(CountDownLatch latch) throws InterruptedException {
		assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
	}

	private void request(String member, String mediaUrl) {
		this.scenario.memberWithLink(member, mediaUrl, Genre.JAZZ);
	}

}
