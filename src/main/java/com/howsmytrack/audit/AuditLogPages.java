package com.howsmytrack.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

	/// The newest row comes first. If the filter names a person or a detail, rows with
	/// hidden persons are left out, because their details are hidden, too.
	/// @param operator the account id of the reader
	public Connection<AuditEntry> find(long operator, AuditFilter filter, PageArguments arguments) {
		Page<AuditEntry> page = this.log.find(filter, leftOut(operator, filter), arguments.range());
		Set<Long> hidden = hidden(operator, page.rows());
		return PageConnections.of(page.map((entry) -> hidden.contains(entry.id()) ? entry.withoutPerson() : entry),
				AuditEntry::id);
	}

	/// The statement of the page leaves these rows out. If they were removed from the
	/// page afterwards, `hasNextPage` would tell that they exist.
	private Set<Long> leftOut(long operator, AuditFilter filter) {
		Set<Long> leftOut = new HashSet<>();
		if (filter.person() != null) {
			leftOut.addAll(hidden(operator, this.log.about(filter.person())));
		}
		if (filter.detail() != null) {
			leftOut.addAll(hidden(operator, this.log.with(filter.detail())));
		}
		return leftOut;
	}

	/// The ids of the rows whose persons are hidden.
	private Set<Long> hidden(long operator, List<AuditEntry> entries) {
		Set<Long> hidden = new HashSet<>();
		for (HiddenPersons persons : this.hiddenPersons) {
			List<AuditEntry> candidates = entries.stream()
				.filter((entry) -> persons.subject().equals(entry.subject()))
				.toList();
			if (!candidates.isEmpty()) {
				hidden.addAll(persons.hiddenFrom(operator, candidates));
			}
		}
		return hidden;
	}

}
