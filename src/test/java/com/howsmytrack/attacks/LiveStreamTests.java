package com.howsmytrack.attacks;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.Subscriptions;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Ada watches her subscription, to find out when the others write something. Responses and replies are released every
/// hour.
class LiveStreamTests extends HourlyRelease {

	@Autowired
	private Subscriptions subscriptions;

	@Autowired
	private MeterRegistry metrics;

	/// Ada's own submissions show that the stream had not even read before.
	@Test
	void isNotWokenByWhatOtherMembersWriteAndRate() {
		FeedbackScenario.submitAllForms(this.bo);
		Subscriptions.Stream adas = this.subscriptions.notifications(this.ada);
		adas.next(3, 0);
		double reads = reads();

		passUntil("12:07:11");
		submit(this.cy, this.scenario.response("cy", "ada"));
		reply(this.cy, this.scenario.response("cy", "ada"), "How was it recorded?", true);
		submit(this.cy, this.scenario.response("cy", "bo"));
		submit(this.ada, this.scenario.response("ada", "bo"));
		adas.next(2, 0);
		assertThat(reads()).isEqualTo(reads + 1);

		passUntil("13:05:00");
		adas.next(2, 1);
		assertThat(reads()).isEqualTo(reads + 2);

		FeedbackScenario.rate(this.bo, this.scenario.response("cy", "bo"), 4).succeeded("rateFeedbackResponse");
		submit(this.di, this.scenario.response("di", "ada"));
		submit(this.ada, this.scenario.response("ada", "cy"));
		adas.next(1, 1);
		assertThat(reads()).isEqualTo(reads + 3);
		assertThat(adas.received()).isEmpty();
	}

	private double reads() {
		return this.metrics.get("howsmytrack.reads.pages").tag("page", "notifications").counter().count();
	}

}
