package com.howsmytrack.feedback.admin;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.howsmytrack.audit.AuditEntry;
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
	public Set<Long> hiddenFrom(long operator, List<AuditEntry> entries) {
		Set<Long> responses = this.ownGroups.responsesIn(operator,
				entries.stream().map(AuditEntry::subjectId).filter(Objects::nonNull).collect(Collectors.toSet()));
		return entries.stream()
			.filter((entry) -> responses.contains(entry.subjectId()))
			.map(AuditEntry::id)
			.collect(Collectors.toSet());
	}

}
