package com.howsmytrack.admin;

import java.util.Optional;

import com.howsmytrack.account.admin.People;
import com.howsmytrack.account.admin.PersonFilter;
import com.howsmytrack.account.admin.PersonRecord;
import com.howsmytrack.audit.AuditEntry;
import com.howsmytrack.audit.AuditFilter;
import com.howsmytrack.audit.AuditLog;
import com.howsmytrack.feedback.admin.FeedbackRecords;
import com.howsmytrack.feedback.admin.GroupRecord;
import com.howsmytrack.feedback.admin.ReplyFilter;
import com.howsmytrack.feedback.admin.ReplyRecord;
import com.howsmytrack.feedback.admin.RequestFilter;
import com.howsmytrack.feedback.admin.RequestRecord;
import com.howsmytrack.feedback.admin.ResponseFilter;
import com.howsmytrack.feedback.admin.ResponseRecord;
import com.howsmytrack.graphql.Ids;
import com.howsmytrack.graphql.PageArguments;
import com.howsmytrack.graphql.PageConnections;
import com.howsmytrack.mail.AdminMails;
import com.howsmytrack.mail.MailFilter;
import graphql.relay.Connection;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/// People, and all that is around one of them. What is around somebody is read only if it is asked for, each list in
/// one statement. Lists of people have nothing around them: that would be a statement for each.
@Controller
class AdminPeopleController {

	private static final String DETAILS = "PersonDetails";

	private final People people;

	private final FeedbackRecords feedback;

	private final AdminMails mails;

	private final AuditLog log;

	AdminPeopleController(People people, FeedbackRecords feedback, AdminMails mails, AuditLog log) {
		this.people = people;
		this.feedback = feedback;
		this.mails = mails;
		this.log = log;
	}

	@QueryMapping
	Connection<PersonRecord> people(@Argument @Nullable String emailStartsWith, @Argument @Nullable Boolean operator,
			@Argument @Nullable Boolean disabled, @Arguments PageArguments page) {
		return PageConnections.of(this.people.find(new PersonFilter(emailStartsWith, operator, disabled), page.range()),
				PersonRecord::id);
	}

	@QueryMapping
	@Nullable PersonDetails personDetails(@Argument @Nullable String id, @Argument @Nullable String email) {
		Optional<PersonRecord> found = (id != null) ? this.people.byId(Ids.of(id))
				: Optional.ofNullable(email).flatMap(this.people::byEmail);
		return found.map(PersonDetails::new).orElse(null);
	}

	@SchemaMapping(typeName = DETAILS)
	@Nullable Double rating(PersonDetails details) {
		return this.feedback.ratingOf(details.id()).orElse(null);
	}

	@SchemaMapping(typeName = DETAILS)
	Connection<RequestRecord> requests(PersonDetails details, @Arguments PageArguments page) {
		return PageConnections.of(this.feedback.requests(RequestFilter.of(details.id()), page.range()),
				RequestRecord::id);
	}

	@SchemaMapping(typeName = DETAILS)
	Connection<GroupRecord> groups(PersonDetails details, @Arguments PageArguments page) {
		return PageConnections.of(this.feedback.groups(details.id(), page.range()), GroupRecord::id);
	}

	@SchemaMapping(typeName = DETAILS)
	Connection<ResponseRecord> responsesGiven(PersonDetails details, @Arguments PageArguments page) {
		return PageConnections.of(this.feedback.responses(ResponseFilter.by(details.id()), page.range()),
				ResponseRecord::id);
	}

	@SchemaMapping(typeName = DETAILS)
	Connection<ResponseRecord> responsesReceived(PersonDetails details, @Arguments PageArguments page) {
		return PageConnections.of(this.feedback.responses(ResponseFilter.to(details.id()), page.range()),
				ResponseRecord::id);
	}

	@SchemaMapping(typeName = DETAILS)
	Connection<ReplyRecord> replies(PersonDetails details, @Arguments PageArguments page) {
		return PageConnections.of(this.feedback.replies(new ReplyFilter(details.id(), null), page.range()),
				ReplyRecord::id);
	}

	@SchemaMapping(typeName = DETAILS)
	Connection<OutgoingMailView> mails(PersonDetails details, @Arguments PageArguments page) {
		return PageConnections.of(
				this.mails.find(new MailFilter(null, null, null, details.id()), page.range()).map(OutgoingMailView::of),
				OutgoingMailView::id);
	}

	@SchemaMapping(typeName = DETAILS)
	Connection<AuditEntry> auditLog(PersonDetails details, @Arguments PageArguments page) {
		return PageConnections.of(this.log.find(AuditFilter.aboutPerson(details.id()), page.range()), AuditEntry::id);
	}

	record PersonDetails(PersonRecord person) {

		long id() {
			return this.person.id();
		}

	}

}
