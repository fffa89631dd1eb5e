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

	private final FeedbackRecords records;

	AdminFeedbackController(FeedbackRecords records) {
		this.records = records;
	}

	@QueryMapping
	Connection<GroupRecord> allGroups(@CurrentMember AccountId me, @Argument @Nullable String personId,
			@Arguments PageArguments page) {
		return this.records.groups(me.value(), Ids.ofNullable(personId), page);
	}

	@QueryMapping
	Connection<RequestRecord> allRequests(@CurrentMember AccountId me, @Argument @Nullable String personId,
			@Argument @Nullable String groupId, @Argument @Nullable Boolean pending, @Argument @Nullable String genre,
			@Argument @Nullable String mediaUrl, @Arguments PageArguments page) {
		RequestFilter filter = new RequestFilter(Ids.ofNullable(personId), Ids.ofNullable(groupId), pending, genre,
				mediaUrl);
		return this.records.requests(me.value(), filter, page);
	}

	@QueryMapping
	Connection<ResponseRecord> allResponses(@CurrentMember AccountId me, @Argument @Nullable String writerId,
			@Argument @Nullable String ownerId, @Argument @Nullable String groupId,
			@Argument @Nullable String requestId, @Argument @Nullable Boolean submitted,
			@Arguments PageArguments page) {
		ResponseFilter filter = new ResponseFilter(Ids.ofNullable(writerId), Ids.ofNullable(ownerId),
				Ids.ofNullable(groupId), Ids.ofNullable(requestId), submitted);
		return this.records.responses(me.value(), filter, page);
	}

	@QueryMapping
	Connection<ReplyRecord> allReplies(@CurrentMember AccountId me, @Argument @Nullable String writerId,
			@Argument @Nullable String responseId, @Arguments PageArguments page) {
		return this.records.replies(me.value(), new ReplyFilter(Ids.ofNullable(writerId), Ids.ofNullable(responseId)),
				page);
	}

}
