package com.howsmytrack.feedback.admin;

import java.util.List;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.account.admin.People;
import com.howsmytrack.account.admin.PersonRecord;
import com.howsmytrack.audit.AuditEntry;
import com.howsmytrack.audit.AuditFilter;
import com.howsmytrack.audit.AuditLogPages;
import com.howsmytrack.audit.AuditSubject;
import com.howsmytrack.graphql.Identified;
import com.howsmytrack.graphql.Ids;
import com.howsmytrack.graphql.PageArguments;
import com.howsmytrack.releases.ReferenceReleases;
import com.howsmytrack.releases.ReleaseView;
import graphql.relay.Connection;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/// Finds one group, request, response or reply with related data. Each field of related data is read in one statement, and
/// only if the document selects it.
@Controller
class AdminFeedbackDetailsController {

	private static final String GROUP = "GroupDetails";

	private static final String REQUEST = "RequestDetails";

	private static final String RESPONSE = "ResponseDetails";

	private final GroupRecords groups;

	private final FeedbackRecords records;

	private final People people;

	private final AuditLogPages log;

	private final ReferenceReleases references;

	AdminFeedbackDetailsController(GroupRecords groups, FeedbackRecords records, People people, AuditLogPages log,
			ReferenceReleases references) {
		this.groups = groups;
		this.records = records;
		this.people = people;
		this.log = log;
		this.references = references;
	}

	@QueryMapping
	@Nullable GroupDetails groupDetails(@CurrentMember AccountId me, @Argument String id) {
		return this.groups.byId(me.value(), Ids.of(id)).map(GroupDetails::new).orElse(null);
	}

	@SchemaMapping
	Connection<RequestRecord> requests(@CurrentMember AccountId me, GroupDetails details,
			@Arguments PageArguments page) {
		return this.records.requests(me.value(), RequestFilter.inGroup(details.group().id()), page);
	}

	@SchemaMapping
	Connection<ResponseRecord> responses(@CurrentMember AccountId me, GroupDetails details,
			@Arguments PageArguments page) {
		return this.records.responses(me.value(), ResponseFilter.inGroup(details.group().id()), page);
	}

	@SchemaMapping(typeName = GROUP, field = "replies")
	Connection<ReplyRecord> repliesInGroup(@CurrentMember AccountId me, GroupDetails details,
			@Arguments PageArguments page) {
		return this.records.replies(me.value(), ReplyFilter.inGroup(details.group().id()), page);
	}

	@SchemaMapping(typeName = GROUP, field = "auditLog")
	Connection<AuditEntry> auditLogOfGroup(@CurrentMember AccountId me, GroupDetails details,
			@Arguments PageArguments page) {
		AuditFilter inGroup = AuditFilter.withDetail(Correction.inGroup(details.group().id()));
		return this.log.find(me.value(), inGroup, page);
	}

	@QueryMapping
	@Nullable RequestDetails requestDetails(@CurrentMember AccountId me, @Argument String id) {
		return this.records.request(me.value(), Ids.of(id)).map(RequestDetails::new).orElse(null);
	}

	@SchemaMapping(typeName = REQUEST, field = "owner")
	@Nullable PersonRecord ownerOfRequest(RequestDetails details) {
		return person(details.request().personId());
	}

	@SchemaMapping
	@Nullable GroupRecord group(@CurrentMember AccountId me, RequestDetails details) {
		Long group = details.request().groupId();
		return (group != null) ? this.groups.byId(me.value(), group).orElse(null) : null;
	}

	@SchemaMapping
	List<ReleaseView> referenceReleases(@CurrentMember AccountId me, RequestDetails details) {
		long request = details.request().id();
		return this.references.of(me, List.of(request)).getOrDefault(request, List.of());
	}

	@SchemaMapping(typeName = REQUEST, field = "responses")
	Connection<ResponseRecord> responsesOnRequest(@CurrentMember AccountId me, RequestDetails details,
			@Arguments PageArguments page) {
		return this.records.responses(me.value(), ResponseFilter.on(details.request().id()), page);
	}

	@SchemaMapping(typeName = REQUEST, field = "auditLog")
	Connection<AuditEntry> auditLogOfRequest(@CurrentMember AccountId me, RequestDetails details,
			@Arguments PageArguments page) {
		return auditLog(me, FeedbackAudit.REQUEST, details.request().id(), page);
	}

	@QueryMapping
	@Nullable ResponseDetails responseDetails(@CurrentMember AccountId me, @Argument String id) {
		return this.records.response(me.value(), Ids.of(id)).map(ResponseDetails::new).orElse(null);
	}

	@SchemaMapping
	RequestRecord request(@CurrentMember AccountId me, ResponseDetails details) {
		return this.records.request(me.value(), details.response().requestId()).orElseThrow();
	}

	@SchemaMapping
	@Nullable PersonRecord writer(ResponseDetails details) {
		return person(details.response().writerId());
	}

	@SchemaMapping(typeName = RESPONSE, field = "owner")
	@Nullable PersonRecord ownerOfTrack(ResponseDetails details) {
		return person(details.response().ownerId());
	}

	@SchemaMapping
	Connection<ReplyRecord> replies(@CurrentMember AccountId me, ResponseDetails details,
			@Arguments PageArguments page) {
		return this.records.replies(me.value(), ReplyFilter.to(details.response().id()), page);
	}

	@SchemaMapping(typeName = RESPONSE, field = "auditLog")
	Connection<AuditEntry> auditLogOfResponse(@CurrentMember AccountId me, ResponseDetails details,
			@Arguments PageArguments page) {
		return auditLog(me, FeedbackAudit.RESPONSE, details.response().id(), page);
	}

	@QueryMapping
	@Nullable ReplyDetails replyDetails(@CurrentMember AccountId me, @Argument String id) {
		return this.records.reply(me.value(), Ids.of(id)).map(ReplyDetails::new).orElse(null);
	}

	@SchemaMapping
	ResponseRecord response(@CurrentMember AccountId me, ReplyDetails details) {
		return this.records.response(me.value(), details.reply().responseId()).orElseThrow();
	}

	private @Nullable PersonRecord person(@Nullable Long id) {
		return (id != null) ? this.people.byId(id).orElse(null) : null;
	}

	private Connection<AuditEntry> auditLog(AccountId me, AuditSubject subject, long id, PageArguments page) {
		return this.log.find(me.value(), AuditFilter.about(subject, id), page);
	}

	record GroupDetails(GroupRecord group) implements Identified {

		@Override
		public long id() {
			return this.group.id();
		}

	}

	record RequestDetails(RequestRecord request) implements Identified {

		@Override
		public long id() {
			return this.request.id();
		}

	}

	record ResponseDetails(ResponseRecord response) implements Identified {

		@Override
		public long id() {
			return this.response.id();
		}

	}

	record ReplyDetails(ReplyRecord reply) implements Identified {

		@Override
		public long id() {
			return this.reply.id();
		}

	}

}
