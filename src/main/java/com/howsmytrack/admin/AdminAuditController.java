package com.howsmytrack.admin;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.audit.AuditAction;
import com.howsmytrack.audit.AuditEntry;
import com.howsmytrack.audit.AuditFilter;
import com.howsmytrack.audit.AuditLogPages;
import com.howsmytrack.audit.AuditSubject;
import com.howsmytrack.graphql.Ids;
import com.howsmytrack.graphql.PageArguments;
import graphql.relay.Connection;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class AdminAuditController {

	private final AuditLogPages log;

	AdminAuditController(AuditLogPages log) {
		this.log = log;
	}

	@QueryMapping
	Connection<AuditEntry> auditLog(@CurrentMember AccountId me, @Argument @Nullable String operatorId,
			@Argument @Nullable String personId, @Argument @Nullable AuditAction action,
			@Argument @Nullable AuditSubject subject, @Argument @Nullable String subjectId,
			@Arguments PageArguments page) {
		AuditFilter filter = new AuditFilter(Ids.ofNullable(operatorId), Ids.ofNullable(personId), action, subject,
				Ids.ofNullable(subjectId), null);
		return this.log.find(me.value(), filter, page);
	}

}
