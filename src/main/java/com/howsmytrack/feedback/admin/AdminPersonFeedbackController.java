package com.howsmytrack.feedback.admin;

import com.howsmytrack.account.admin.PersonDetails;
import com.howsmytrack.graphql.PageArguments;
import com.howsmytrack.graphql.PageConnections;
import graphql.relay.Connection;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/// The feedback of one person, as fields of `PersonDetails`. Each field is read in one statement, and only if the document
/// selects it.
@Controller
class AdminPersonFeedbackController {

	private final FeedbackRecords records;

	AdminPersonFeedbackController(FeedbackRecords records) {
		this.records = records;
	}

	@SchemaMapping
	@Nullable Double rating(PersonDetails details) {
		return this.records.ratingOf(details.id()).orElse(null);
	}

	@SchemaMapping
	Connection<RequestRecord> requests(PersonDetails details, @Arguments PageArguments page) {
		return PageConnections.of(this.records.requests(RequestFilter.of(details.id()), page.range()),
				RequestRecord::id);
	}

	@SchemaMapping
	Connection<GroupRecord> groups(PersonDetails details, @Arguments PageArguments page) {
		return PageConnections.of(this.records.groups(details.id(), page.range()), GroupRecord::id);
	}

	@SchemaMapping
	Connection<ResponseRecord> responsesGiven(PersonDetails details, @Arguments PageArguments page) {
		return PageConnections.of(this.records.responses(ResponseFilter.by(details.id()), page.range()),
				ResponseRecord::id);
	}

	@SchemaMapping
	Connection<ResponseRecord> responsesReceived(PersonDetails details, @Arguments PageArguments page) {
		return PageConnections.of(this.records.responses(ResponseFilter.to(details.id()), page.range()),
				ResponseRecord::id);
	}

	@SchemaMapping
	Connection<ReplyRecord> replies(PersonDetails details, @Arguments PageArguments page) {
		return PageConnections.of(this.records.replies(new ReplyFilter(details.id(), null), page.range()),
				ReplyRecord::id);
	}

}
