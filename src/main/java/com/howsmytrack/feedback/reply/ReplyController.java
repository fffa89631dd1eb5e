package com.howsmytrack.feedback.reply;

import java.util.List;
import java.util.Objects;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.graphql.MutationResult;
import com.howsmytrack.graphql.Outcome;
import com.howsmytrack.graphql.Payload;
import com.howsmytrack.graphql.UserError;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class ReplyController {

	private final ConversationPage page;

	private final ReplyService replies;

	ReplyController(ConversationPage page, ReplyService replies) {
		this.page = page;
		this.replies = replies;
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
	MutationResult markRepliesAsRead(@CurrentMember AccountId me, @Argument List<@Nullable Integer> replyIds) {
		this.replies.markAsRead(me, replyIds.stream().filter(Objects::nonNull).toList());
		return MutationResult.succeeded();
	}

	record AddReplyPayload(boolean success, @Nullable String error, List<UserError> userErrors,
			@Nullable ReplyView reply) implements Payload {

		static AddReplyPayload of(MutationResult result, @Nullable ReplyView reply) {
			return new AddReplyPayload(result.success(), result.error(), result.userErrors(), reply);
		}

	}

}
