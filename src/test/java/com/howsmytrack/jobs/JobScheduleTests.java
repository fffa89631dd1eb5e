package com.howsmytrack.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.howsmytrack.startup.InvalidSettingException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JobScheduleTests {

	private final Jobs jobs = new Jobs(List.of(new JobsTests.FirstJob(), new JobsTests.SecondJob()));

	@Test
	void usesTheTimesOfTheDefinitions() {
		assertThat(times(Map.of())).containsExactly(Map.entry("first-job", "0 0 4 * * *"),
				Map.entry("second-job", "0 0 5 * * *"));
	}

	@Test
	void prefersTheTimeOfASetting() {
		assertThat(times(Map.of("first-job", "0 30 4 * * *"))).containsEntry("first-job", "0 30 4 * * *")
			.containsEntry("second-job", "0 0 5 * * *");
	}

	/// As in `HOWSMYTRACK_JOBS_SCHEDULE_FIRSTJOB`.
	@Test
	void acceptsANameWithoutHyphensFromTheEnvironment() {
		assertThat(times(Map.of("firstjob", "0 30 4 * * *"))).containsEntry("first-job", "0 30 4 * * *");
	}

	@Test
	void rejectsASettingForAnUnknownJob() {
		assertThatThrownBy(() -> times(Map.of("make-coffee", "0 0 4 * * *")))
			.isInstanceOf(InvalidSettingException.class)
			.hasMessage("howsmytrack.jobs.schedule.make-coffee names no job. The jobs are first-job, second-job");
	}

	@Test
	void rejectsASettingThatIsNotACronExpression() {
		assertThatThrownBy(() -> times(Map.of("first-job", "at four o'clock")))
			.isInstanceOf(InvalidSettingException.class)
			.hasMessageStartingWith(
					"howsmytrack.jobs.schedule.first-job is \"at four o'clock\". Expected a cron expression");
	}

	private Map<String, String> times(Map<String, String> settings) {
		JobSchedule schedule = new JobSchedule(this.jobs,
				new JobSettings(true, settings, Duration.ofSeconds(30), Duration.ofSeconds(10), 0));
		Map<String, String> times = new TreeMap<>();
		schedule.forEach((name, trigger) -> times.put(name.value(), trigger.getExpression()));
		return times;
	}

}
