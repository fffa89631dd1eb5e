package com.howsmytrack.feedback.admin;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.howsmytrack.audit.AuditEntry;
import com.howsmytrack.audit.AuditSubject;
import com.howsmytrack.audit.HiddenPersons;

import org.springframework.stereotype.Component;

/// Hides from an operator the owners of corrected requests that are in one of the operator's own groups, or left or joined
/// one by the correction.
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
	public Set<Long> hiddenFrom(long operator, List<AuditEntry> entries) {
		Set<Long> groups = this.ownGroups.of(operator);
		Set<Long> requests = this.ownGroups.requestsIn(operator,
				entries.stream().map(AuditEntry::subjectId).filter(Objects::nonNull).collect(Collectors.toSet()));
		return entries.stream()
			.filter((entry) -> requests.contains(entry.subjectId()) || concerns(entry, groups))
			.map(AuditEntry::id)
			.collect(Collectors.toSet());
	}

	private static boolean concerns(AuditEntry entry, Set<Long> groups) {
		return Stream.of(Correction.FROM, Correction.TO, Correction.GROUP)
			.map(entry.details()::get)
			.anyMatch((group) -> group instanceof Number id && groups.contains(id.longValue()));
	}

}
