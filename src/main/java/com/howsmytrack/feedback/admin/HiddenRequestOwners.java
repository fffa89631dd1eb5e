package com.howsmytrack.feedback.admin;

import java.util.Set;

import com.howsmytrack.audit.AuditSubject;
import com.howsmytrack.audit.HiddenPersons;

import org.springframework.stereotype.Component;

/// Hides from an operator the owners of corrected requests in the operator's own groups.
@Component
class HiddenRequestOwners implements HiddenPersons {

	private final OwnGroups ownGroups;

	HiddenRequestOwners(OwnGroups ownGroups) {
		this.ownGroups = ownGroups;
	}

	@Override
	public AuditSubject subject() {
		return FeedbackAudit.REQUEST;
	}

	@Override
	public Set<Long> hiddenFrom(long operator, Set<Long> ids) {
		return this.ownGroups.requestsIn(operator, ids);
	}

}
