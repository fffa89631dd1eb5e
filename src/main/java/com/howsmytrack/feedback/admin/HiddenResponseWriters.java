package com.howsmytrack.feedback.admin;

import java.util.Set;

import com.howsmytrack.audit.AuditSubject;
import com.howsmytrack.audit.HiddenPersons;

import org.springframework.stereotype.Component;

/// Hides from an operator the writers of cleared responses in the operator's own groups.
@Component
class HiddenResponseWriters implements HiddenPersons {

	private final OwnGroups ownGroups;

	HiddenResponseWriters(OwnGroups ownGroups) {
		this.ownGroups = ownGroups;
	}

	@Override
	public AuditSubject subject() {
		return FeedbackAudit.RESPONSE;
	}

	@Override
	public Set<Long> hiddenFrom(long operator, Set<Long> ids) {
		return this.ownGroups.responsesIn(operator, ids);
	}

}
