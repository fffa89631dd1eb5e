package com.howsmytrack.feedback.response;

import java.util.List;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.feedback.group.ResponsePage;
import com.howsmytrack.feedback.group.ResponseView;
import com.howsmytrack.graphql.MutationResult;
import com.howsmytrack.graphql.Payload;
import com.howsmytrack.graphql.SelectedFields;
import com.howsmytrack.graphql.UserError;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class ResponseController {

	private final FeedbackSubmission submission;

	private final ResponsePage responses;

	ResponseController(FeedbackSubmission submission, ResponsePage responses) {
		this.submission = submission;
		this.responses = responses;
	}

	@MutationMapping
	ResponsePayload submitFeedbackResponse(@CurrentMember AccountId me, @Argument int feedbackResponseId,
			@Argument String feedback, @Argument boolean allowReplies) {
		return ResponsePayload.of(this.submission.submit(me, feedbackResponseId, feedback, allowReplies),
				feedbackResponseId);
	}

	@MutationMapping
	ResponsePayload rateFeedbackResponse(@CurrentMember AccountId me, @Argument int feedbackResponseId,
			@Argument int rating) {
		return ResponsePayload.of(this.submission.rate(me, feedbackResponseId, rating), feedbackResponseId);
	}

	@SchemaMapping(typeName = "SubmitFeedbackResponsePayload", field = "feedbackResponse")
	@Nullable ResponseView submittedResponse(Payload payload, @CurrentMember AccountId me, DataFetchingEnvironment environment) {
		return changedResponse(payload, me, environment);
	}

	@SchemaMapping(typeName = "RateFeedbackResponsePayload", field = "feedbackResponse")
	@Nullable ResponseView ratedResponse(Payload payload, @CurrentMember AccountId me, DataFetchingEnvironment environment) {
		return changedResponse(payload, me, environment);
	}

	/// Reads the response after the change and only if it is selected: the change stays
	/// one statement, and is reported as successful also if reading fails.
	private @Nullable ResponseView changedResponse(Payload payload, AccountId me, DataFetchingEnvironment environment) {
		return (payload instanceof ResponsePayload changed && changed.success())
				? this.responses.of(me, changed.responseId(), SelectedFields.of(environment)).orElse(null) : null;
	}

	record ResponsePayload(boolean success, @Nullable String error, List<UserError> userErrors,
			long responseId) implements Payload {

		static ResponsePayload of(Optional<UserError> error, long responseId) {
			MutationResult result = MutationResult.of(error);
			return new ResponsePayload(result.success(), result.error(), result.userErrors(), responseId);
		}

	}

}
