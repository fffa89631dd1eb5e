package com.howsmytrack.jobs;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JobsTests {

	@Test
	void areFoundByName() {
		FirstJob job = new FirstJob();
		Jobs jobs = new Jobs(List.of(job, new SecondJob()));

		assertThat(jobs.names()).extracting(JobName::value).containsExactly("first-job", "second-job");
		assertThat(jobs.get(new JobName("first-job"))).isSameAs(job);
	}

	@Test
	void rejectTwoJobsWithTheSameName() {
		assertThatThrownBy(() -> new Jobs(List.of(new FirstJob(), new FirstJob())))
			.isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("are both named first-job");
	}

	@Test
	void rejectAJobWithoutADefinition() {
		TransactionalJob undefined = Map::of;

		assertThatThrownBy(() -> new Jobs(List.of(undefined))).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("needs @JobDefinition");
	}

	@Test
	void rejectANameThatTheSchemaCannotRepresent() {
		assertThatThrownBy(() -> new Jobs(List.of(new JobWithInvalidName())))
			.isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("lower-case words joined by hyphens");
	}

	@Test
	void rejectADefinitionWithAMalformedTime() {
		assertThatThrownBy(() -> new Jobs(List.of(new JobWithMalformedTime())))
			.isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("Cron expression");
	}

	@JobDefinition(name = "first-job", cron = "0 0 4 * * *")
	static class FirstJob implements TransactionalJob {

		@Override
		public Map<String, Long> run() {
			return Map.of();
		}

	}

	@JobDefinition(name = "second-job", cron = "0 0 5 * * *")
	static class SecondJob implements ExternalCallsJob {

		@Override
		public void run(JobProgress progress) {
		}

	}

	@JobDefinition(name = "Third_Job", cron = "0 0 4 * * *")
	static class JobWithInvalidName extends FirstJob {

	}

	@JobDefinition(name = "fourth-job", cron = "at four o'clock")
	static class JobWithMalformedTime extends FirstJob {

	}

}
