package com.howsmytrack.feedback.admin;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.graphql.Ids;
import com.howsmytrack.graphql.PageArguments;
import graphql.relay.Connection;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/// Finds groups, requests, responses and replies. [AdminFeedbackDetailsController] adds related data to a single one.
@Controller
class AdminFeedbackController {

	private static final String TEXT = "text";

	private final GroupRecords groups;

	private final FeedbackRecords records;

	AdminFeedbackController(GroupRecords groups, FeedbackRecords records) {
		this.groups = groups;
		this.records = records;
	}

	@QueryMapping
	Connection<GroupRecord> allGroups(@CurrentMember AccountId me, @Argument @Nullable String personId,
			@Argument @Nullable String name, @Arguments PageArguments page) {
		GroupFilter filter = new GroupFilter(Ids.ofNullable(personId), SearchText.ofNullable(name, "name"));
		return this.groups.find(me.value(), filter, page);
	}

	@QueryMapping
	Connection<RequestRecord> allRequests(@CurrentMember AccountId me, @Argument @Nullable String personId,
			@Argument @Nullable String groupId, @Argument @Nullable Boolean pending, @Argument @Nullable String genre,
			@Argument @Nullable String mediaUrl, @Argument @Nullable String text, @Arguments PageArguments page) {
		RequestFilter filter = new RequestFilter(Ids.ofNullable(personId), Ids.ofNullable(groupId), pending, genre,
				mediaUrl, SearchText.ofNullable(text, TEXT));
		return this.records.requests(me.value(), filter, page);
	}

	@QueryMapping
	Connection<ResponseRecord> allResponses(@CurrentMember AccountId me, @Argument @Nullable String writerId,
			@Argument @Nullable String ownerId, @Argument @Nullable String groupId,
			@Argument @Nullable String requestId, @Argument @Nullable Boolean submitted,
			@Argument @Nullable String text, @Arguments PageArguments page) {
		ResponseFilter filter = new ResponseFilter(Ids.ofNullable(writerId), Ids.ofNullable(ownerId),
				Ids.ofNullable(groupId), Ids.ofNullable(requestId), submitted, SearchText.ofNullable(text, TEXT));
		return this.records.responses(me.value(), filter, page);
	}

	@QueryMapping
	Connection<ReplyRecord> allReplies(@CurrentMember AccountId me, @Argument @Nullable String writerId,
			@Argument @Nullable String responseId, @Argument @Nullable String groupId, @Argument @Nullable String text,
			@Arguments PageArguments page) {
		ReplyFilter filter = new ReplyFilter(Ids.ofNullable(writerId), Ids.ofNullable(responseId),
				Ids.ofNullable(groupId), SearchText.ofNullable(text, TEXT));
		return this.records.replies(me.value(), filter, page);
	}

}
