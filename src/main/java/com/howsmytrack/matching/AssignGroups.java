package com.howsmytrack.matching;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.howsmytrack.feedback.GroupFormation;
import com.howsmytrack.feedback.PendingRequest;
import com.howsmytrack.feedback.PendingRequests;
import com.howsmytrack.jobs.JobDefinition;
import com.howsmytrack.jobs.TransactionalJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The assignment run: reads the pending requests, plans the groups and forms them, in one transaction. The rows of
/// the requests stay locked until its end. So each request is grouped once, even if two runs overlap because one of
/// them has lost the lock of the job.
@Component
@JobDefinition(name = AssignGroups.NAME, cron = "0 30 2 * * *")
class AssignGroups implements TransactionalJob {

	static final String NAME = "assign-groups";

	private static final Logger logger = LoggerFactory.getLogger(AssignGroups.class);

	private final PendingRequests pendingRequests;

	private final GroupFormation groupFormation;

	private final ApplicationEventPublisher events;

	AssignGroups(PendingRequests pendingRequests, GroupFormation groupFormation, ApplicationEventPublisher events) {
		this.pendingRequests = pendingRequests;
		this.groupFormation = groupFormation;
		this.events = events;
	}

	@Override
	@Transactional
	public Map<String, Long> run() {
		PendingRequests.Locked locked = this.pendingRequests.lockAll();
		List<PendingRequest> pending = locked.requests();
		if (!locked.unsupported().isEmpty()) {
			logger.warn("Requests that this version cannot read stay pending: {}", locked.unsupported());
		}
		GroupPlan plan = GroupPlanner.plan(pending);
		long forms = this.groupFormation.form(plan.groups());
		publish(plan.leftPending(), RequestsLeftPending.Reason.TOO_FEW_TRACKS);
		publish(locked.unsupported(), RequestsLeftPending.Reason.UNSUPPORTED_GENRE);
		Map<String, Long> counts = new LinkedHashMap<>();
		counts.put("requestsGrouped", (long) (pending.size() - plan.leftPending().size()));
		counts.put("groupsFormed", (long) plan.groups().size());
		counts.put("formsCreated", forms);
		counts.put("requestsLeftPending", (long) plan.leftPending().size());
		counts.put("requestsUnsupported", (long) locked.unsupported().size());
		return counts;
	}

	private void publish(List<Long> leftPending, RequestsLeftPending.Reason reason) {
		if (!leftPending.isEmpty()) {
			this.events.publishEvent(new RequestsLeftPending(leftPending, reason));
		}
	}

}
