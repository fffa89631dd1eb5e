package com.howsmytrack.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.howsmytrack.graphql.PageArguments;
import com.howsmytrack.graphql.PageConnections;
import com.howsmytrack.persistence.Page;
import graphql.relay.Connection;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Reads pages of the audit log for an operator, without the persons that the operator must not know.
@Component
public class AuditLogPages {

	private final AuditLog log;

	private final List<HiddenPersons> hiddenPersons;

	AuditLogPages(AuditLog log, ObjectProvider<HiddenPersons> hiddenPersons) {
		this.log = log;
		this.hiddenPersons = hiddenPersons.stream().toList();
	}

	/// The newest row comes first. If the filter names a person, rows with hidden persons
	/// are left out, so a page can have fewer rows than requested.
	/// @param operator the account id of the reader
	public Connection<AuditEntry> find(long operator, AuditFilter filter, PageArguments arguments) {
		Page<AuditEntry> page = this.log.find(filter, arguments.range());
		Map<AuditSubject, Set<Long>> hidden = hidden(operator, page.rows());
		List<AuditEntry> rows = page.rows()
			.stream()
			.filter((entry) -> filter.person() == null || !isHidden(entry, hidden))
			.map((entry) -> isHidden(entry, hidden) ? entry.withoutPerson() : entry)
			.toList();
		return PageConnections.of(new Page<>(rows, page.newer(), page.older()), AuditEntry::id);
	}

	/// The ids of the objects whose persons are hidden, for each type of object.
	private Map<AuditSubject, Set<Long>> hidden(long operator, List<AuditEntry> entries) {
		Map<AuditSubject, Set<Long>> hidden = new HashMap<>();
		for (HiddenPersons persons : this.hiddenPersons) {
			Set<Long> ids = entries.stream()
				.filter((entry) -> persons.subject().equals(entry.subject()))
				.map(AuditEntry::subjectId)
				.filter(Objects::nonNull)
				.collect(Collectors.toSet());
			if (!ids.isEmpty()) {
				hidden.put(persons.subject(), persons.hiddenFrom(operator, ids));
			}
		}
		return hidden;
	}

	private static boolean isHidden(AuditEntry entry, Map<AuditSubject, Set<Long>> hidden) {
		return entry.subject() != null && entry.subjectId() != null
				&& hidden.getOrDefault(entry.subject(), Set.of()).contains(entry.subjectId());
	}

}
