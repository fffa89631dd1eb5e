package com.howsmytrack.audit;

import com.howsmytrack.graphql.Ids;
import com.howsmytrack.graphql.PageArguments;
import com.howsmytrack.graphql.PageConnections;
import graphql.relay.Connection;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class AdminAuditController {

	private final AuditLog log;

	AdminAuditController(AuditLog log) {
		this.log = log;
	}

	@QueryMapping
	Connection<AuditEntry> auditLog(@Argument @Nullable String operatorId, @Argument @Nullable String personId,
			@Argument @Nullable AuditAction action, @Argument @Nullable AuditSubject subject,
			@Argument @Nullable String subjectId, @Arguments PageArguments page) {
		AuditFilter filter = new AuditFilter(Ids.ofNullable(operatorId), Ids.ofNullable(personId), action, subject,
				Ids.ofNullable(subjectId));
		return PageConnections.of(this.log.find(filter, page.range()), AuditEntry::id);
	}

}
