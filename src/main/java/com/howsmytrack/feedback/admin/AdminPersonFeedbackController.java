package com.howsmytrack.feedback.admin;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.account.admin.PersonDetails;
import com.howsmytrack.graphql.PageArguments;
import graphql.relay.Connection;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/// The feedback of one person, as fields of `PersonDetails`. Each field is read in one statement, and only if the document
/// selects it.
@Controller
class AdminPersonFeedbackController {

	private final GroupRecords groups;

	private final FeedbackRecords records;

	AdminPersonFeedbackController(GroupRecords groups, FeedbackRecords records) {
		this.groups = groups;
		this.records = records;
	}

	@SchemaMapping
	@Nullable Double rating(@CurrentMember AccountId me, PersonDetails details) {
		return this.records.ratingOf(me.value(), details.id()).orElse(null);
	}

	@SchemaMapping
	Connection<RequestRecord> requests(@CurrentMember AccountId me, PersonDetails details,
			@Arguments PageArguments page) {
		return this.records.requests(me.value(), RequestFilter.of(details.id()), page);
	}

	@SchemaMapping
	Connection<GroupRecord> groups(@CurrentMember AccountId me, PersonDetails details, @Arguments PageArguments page) {
		return this.groups.find(me.value(), new GroupFilter(details.id(), null), page);
	}

	@SchemaMapping
	Connection<ResponseRecord> responsesGiven(@CurrentMember AccountId me, PersonDetails details,
			@Arguments PageArguments page) {
		return this.records.responses(me.value(), ResponseFilter.by(details.id()), page);
	}

	@SchemaMapping
	Connection<ResponseRecord> responsesReceived(@CurrentMember AccountId me, PersonDetails details,
			@Arguments PageArguments page) {
		return this.records.responses(me.value(), ResponseFilter.to(details.id()), page);
	}

	@SchemaMapping
	Connection<ReplyRecord> replies(@CurrentMember AccountId me, PersonDetails details, @Arguments PageArguments page) {
		return this.records.replies(me.value(), ReplyFilter.by(details.id()), page);
	}

}
