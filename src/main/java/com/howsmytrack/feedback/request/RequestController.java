package com.howsmytrack.feedback.request;

import java.util.List;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.graphql.MutationResult;
import com.howsmytrack.graphql.Payload;
import com.howsmytrack.graphql.UserError;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class RequestController {

	private final FeedbackRequestService admin;

	RequestController(FeedbackRequestService admin) {
		this.admin = admin;
	}

	@QueryMapping
	@Nullable RequestView unassignedRequest(@CurrentMember AccountId me) {
		return this.admin.pendingOf(me).orElse(null);
	}

	@MutationMapping
	WrittenRequest createFeedbackRequest(@CurrentMember AccountId me, @Argument @Nullable String mediaUrl,
			@Argument @Nullable String genre, @Argument @Nullable Boolean emailWhenGrouped,
			@Argument @Nullable String feedbackPrompt) {
		RequestInput wish = new RequestInput(mediaUrl, genre, emailWhenGrouped, feedbackPrompt);
		return WrittenRequest.of(this.admin.create(me, wish));
	}

	@MutationMapping
	WrittenRequest editFeedbackRequest(@CurrentMember AccountId me, @Argument int feedbackRequestId,
			@Argument @Nullable String mediaUrl, @Argument @Nullable String genre,
			@Argument @Nullable Boolean emailWhenGrouped, @Argument @Nullable String feedbackPrompt) {
		RequestInput wish = new RequestInput(mediaUrl, genre, emailWhenGrouped, feedbackPrompt);
		return WrittenRequest.of(this.admin.edit(me, feedbackRequestId, wish));
	}

	@MutationMapping
	MutationResult deleteFeedbackRequest(@CurrentMember AccountId me, @Argument int feedbackRequestId) {
		return MutationResult.of(this.admin.delete(me, feedbackRequestId));
	}

	/// @param invalidMediaUrl lets the client mark the field without looking at the
	/// message
	record WrittenRequest(boolean success, @Nullable String error, List<UserError> userErrors,
			boolean invalidMediaUrl) implements Payload {

		static WrittenRequest of(Optional<UserError> error) {
			MutationResult result = MutationResult.of(error);
			return new WrittenRequest(result.success(), result.error(), result.userErrors(),
					error.filter(RequestErrors.INVALID_MEDIA_URL::equals).isPresent());
		}

	}

}
