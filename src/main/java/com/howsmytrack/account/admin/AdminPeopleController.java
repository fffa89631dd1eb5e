package com.howsmytrack.account.admin;

import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.audit.AuditEntry;
import com.howsmytrack.audit.AuditFilter;
import com.howsmytrack.audit.AuditLogPages;
import com.howsmytrack.graphql.Ids;
import com.howsmytrack.graphql.PageArguments;
import com.howsmytrack.graphql.PageConnections;
import graphql.relay.Connection;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/// Finds people. Only `PersonDetails` has related data: in a list, each row would need a statement of its own.
@Controller
class AdminPeopleController {

	private final People people;

	private final AuditLogPages log;

	AdminPeopleController(People people, AuditLogPages log) {
		this.people = people;
		this.log = log;
	}

	@QueryMapping
	Connection<PersonRecord> people(@Argument @Nullable String emailStartsWith, @Argument @Nullable Boolean operator,
			@Argument @Nullable Boolean disabled, @Argument @Nullable Boolean emailRefused,
			@Arguments PageArguments page) {
		return PageConnections.of(
				this.people.find(new PersonFilter(emailStartsWith, operator, disabled, emailRefused), page.range()),
				PersonRecord::id);
	}

	@QueryMapping
	@Nullable PersonDetails personDetails(@Argument @Nullable String id, @Argument @Nullable String email) {
		Optional<PersonRecord> found = (id != null) ? this.people.byId(Ids.of(id))
				: Optional.ofNullable(email).flatMap(this.people::byEmail);
		return found.map(PersonDetails::new).orElse(null);
	}

	@SchemaMapping
	Connection<AuditEntry> auditLog(@CurrentMember AccountId me, PersonDetails details, @Arguments PageArguments page) {
		return this.log.find(me.value(), AuditFilter.aboutPerson(details.id()), page);
	}

}
