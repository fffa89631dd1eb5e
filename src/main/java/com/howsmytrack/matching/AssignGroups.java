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

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The night: reads who waits, plans, and has the groups formed, in one transaction. Requests stay held from the
/// reading to the end, so even two nights at once, lock or no lock, group each request once.
@Component
@JobDefinition(name = "assign-groups", cron = "0 30 2 * * *")
class AssignGroups implements TransactionalJob {

	private static final Logger logger = LoggerFactory.getLogger(AssignGroups.class);

	private final PendingRequests pendingRequests;

	private final GroupFormation groupFormation;

	AssignGroups(PendingRequests pendingRequests, GroupFormation groupFormation) {
		this.pendingRequests = pendingRequests;
		this.groupFormation = groupFormation;
	}

	@Override
	@Transactional
	public Map<String, Long> run() {
		PendingRequests.Held held = this.pendingRequests.holdAll();
		List<PendingRequest> pending = held.requests();
		if (!held.setAside().isEmpty()) {
			logger.warn("Requests that this version cannot read wait on: {}", held.setAside());
		}
		GroupPlan plan = GroupPlanner.plan(pending);
		long forms = this.groupFormation.form(plan.groups());
		Map<String, Long> counts = new LinkedHashMap<>();
		counts.put("requestsGrouped", (long) (pending.size() - plan.leftPending().size()));
		counts.put("groupsFormed", (long) plan.groups().size());
		counts.put("formsMade", forms);
		counts.put("requestsLeftPending", (long) plan.leftPending().size());
		counts.put("requestsSetAside", (long) held.setAside().size());
		return counts;
	}

}
