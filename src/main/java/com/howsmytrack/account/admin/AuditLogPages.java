package com.howsmytrack.account.admin;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.howsmytrack.audit.AuditEntry;
import com.howsmytrack.audit.AuditFilter;
import com.howsmytrack.audit.AuditLog;
import com.howsmytrack.graphql.PageArguments;
import com.howsmytrack.graphql.PageConnections;
import com.howsmytrack.persistence.Page;
import graphql.relay.Connection;

import org.springframework.stereotype.Component;

/// Reads pages of the audit log and adds the addresses of the operators, in one more statement. The module `audit` has only
/// their ids.
@Component
public class AuditLogPages {

	private final AuditLog log;

	private final People people;

	AuditLogPages(AuditLog log, People people) {
		this.log = log;
		this.people = people;
	}

	/// The newest row comes first.
	public Connection<AuditEntryView> find(AuditFilter filter, PageArguments arguments) {
		Page<AuditEntry> page = this.log.find(filter, arguments.range());
		Map<Long, String> addresses = this.people.addresses(
				page.rows().stream().map(AuditEntry::operatorId).filter(Objects::nonNull).collect(Collectors.toSet()));
		return PageConnections.of(page.map((entry) -> AuditEntryView.of(entry,
				(entry.operatorId() != null) ? addresses.get(entry.operatorId()) : null)), AuditEntryView::id);
	}

}
