package com.howsmytrack.matching;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import com.howsmytrack.jobs.JobName;
import com.howsmytrack.jobs.JobSchedule;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/// Tells members when their pending requests can be put into a group.
@Controller
class AssignmentScheduleController {

	private static final JobName ASSIGN_GROUPS = new JobName(AssignGroups.NAME);

	private final JobSchedule schedule;

	private final Clock clock;

	AssignmentScheduleController(JobSchedule schedule, Clock clock) {
		this.schedule = schedule;
		this.clock = clock;
	}

	@QueryMapping
	@Nullable OffsetDateTime nextAssignmentRun() {
		if (!this.schedule.isActive()) {
			return null;
		}
		return this.schedule.nextAfter(ASSIGN_GROUPS, this.clock.instant())
			.map((time) -> time.atOffset(ZoneOffset.UTC))
			.orElse(null);
	}

}
