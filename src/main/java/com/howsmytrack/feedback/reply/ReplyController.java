package com.howsmytrack.feedback.reply;

import java.util.List;
import java.util.Objects;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.feedback.group.ResponsePage;
import com.howsmytrack.feedback.group.ResponseView;
import com.howsmytrack.graphql.MutationResult;
import com.howsmytrack.graphql.Outcome;
import com.howsmytrack.graphql.Payload;
import com.howsmytrack.graphql.SelectedFields;
import com.howsmytrack.graphql.UserError;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class ReplyController {

	private final ConversationPage page;

	private final ReplyService replies;

	private final ResponsePage responses;

	ReplyController(ConversationPage page, ReplyService replies, ResponsePage responses) {
		this.page = page;
		this.replies = replies;
		this.responses = responses;
	}

	@QueryMapping
	@Nullable ConversationView replies(@CurrentMember AccountId me, @Argument int feedbackResponseId) {
		return this.page.of(me, feedbackResponseId).orElse(null);
	}

	@MutationMapping
	AddReplyPayload addFeedbackResponseReply(@CurrentMember AccountId me, @Argument int feedbackResponseId,
			@Argument String text, @Argument boolean allowReplies) {
		return switch (this.replies.add(me, feedbackResponseId, text, allowReplies)) {
			case Outcome.Succeeded<ReplyView>(ReplyView reply) -> AddReplyPayload.of(MutationResult.succeeded(), reply);
			case Outcome.Failed<ReplyView>(UserError error) -> AddReplyPayload.of(MutationResult.failed(error), null);
		};
	}

	@MutationMapping
	MarkAsReadPayload markRepliesAsRead(@CurrentMember AccountId me, @Argument List<@Nullable Integer> replyIds) {
		List<Integer> given = replyIds.stream().filter(Objects::nonNull).toList();
		this.replies.markAsRead(me, given);
		return MarkAsReadPayload.of(MutationResult.succeeded(), given);
	}

	/// Also the responses to replies that were read already, so that a client whose
	/// counts are outdated gets the current ones.
	@SchemaMapping(typeName = "MarkRepliesAsReadPayload", field = "feedbackResponses")
	@Nullable List<ResponseView> responsesOfReadReplies(Payload payload, @CurrentMember AccountId me,
			DataFetchingEnvironment environment) {
		return (payload instanceof MarkAsReadPayload marked)
				? this.responses.ofReplies(me, marked.replyIds(), SelectedFields.of(environment)) : null;
	}

	record AddReplyPayload(boolean success, @Nullable String error, List<UserError> userErrors,
			@Nullable ReplyView reply) implements Payload {

		static AddReplyPayload of(MutationResult result, @Nullable ReplyView reply) {
			return new AddReplyPayload(result.success(), result.error(), result.userErrors(), reply);
		}

	}

	record MarkAsReadPayload(boolean success, @Nullable String error, List<UserError> userErrors,
			List<Integer> replyIds) implements Payload {

		static MarkAsReadPayload of(MutationResult result, List<Integer> replyIds) {
			return new MarkAsReadPayload(result.success(), result.error(), result.userErrors(), replyIds);
		}

	}

}
