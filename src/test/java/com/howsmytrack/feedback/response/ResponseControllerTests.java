package com.howsmytrack.feedback.response;

import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.feedback.group.ResponsePage;
import com.howsmytrack.testing.GraphQlSlice;
import com.howsmytrack.testing.TestCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.graphql.test.autoconfigure.GraphQlTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

@GraphQlTest(ResponseController.class)
@Import(GraphQlSlice.class)
class ResponseControllerTests {

	private static final AccountId ADA = new AccountId(7);

	private static final String SUBMIT = """
			mutation { submitFeedbackResponse(feedbackResponseId: 12, feedback: "Loud.", allowReplies: true) { %s } }"""
		.formatted(FeedbackScenario.PAYLOAD_FIELDS);

	private static final String RATE = "mutation { rateFeedbackResponse(feedbackResponseId: 12, rating: 4) { %s } }"
		.formatted(FeedbackScenario.PAYLOAD_FIELDS);

	@Autowired
	private GraphQlTester graphQl;

	@Autowired
	private TestCaller caller;

	@MockitoBean
	private FeedbackSubmission submission;

	@MockitoBean
	private ResponsePage responses;

	@BeforeEach
	void signIn() {
		this.caller.isMember(ADA);
	}

	@Test
	void submitsTheResponseOfTheCaller() {
		given(this.submission.submit(ADA, 12, "Loud.", true)).willReturn(Optional.empty());

		this.graphQl.document(SUBMIT).execute().path("submitFeedbackResponse").matchesJsonStrictly("""
				{ "success": true, "error": null, "userErrors": [] }""");
	}

	@Test
	void returnsWhyAResponseIsNotSubmitted() {
		given(this.submission.submit(ADA, 12, "Loud.", true)).willReturn(Optional.of(ResponseErrors.ALREADY_SUBMITTED));

		this.graphQl.document(SUBMIT).execute().path("submitFeedbackResponse").matchesJsonStrictly("""
				{ "success": false, "error": "Feedback has already been submitted", "userErrors": [
					{ "code": "ALREADY_SUBMITTED", "message": "Feedback has already been submitted",
						"argument": "feedbackResponseId" } ] }""");
	}

	@Test
	void ratesAResponseForTheCaller() {
		given(this.submission.rate(ADA, 12, 4)).willReturn(Optional.empty());

		this.graphQl.document(RATE).execute().path("rateFeedbackResponse").matchesJsonStrictly("""
				{ "success": true, "error": null, "userErrors": [] }""");
	}

	@Test
	void returnsWhyAResponseIsNotRated() {
		given(this.submission.rate(ADA, 12, 4)).willReturn(Optional.of(ResponseErrors.INVALID_RATING));

		this.graphQl.document(RATE).execute().path("rateFeedbackResponse").matchesJsonStrictly("""
				{ "success": false, "error": "Invalid rating", "userErrors": [
					{ "code": "INVALID_RATING", "message": "Invalid rating", "argument": "rating" } ] }""");
	}

	@Test
	void doesNotReadAResponseThatIsNotSelectedOrNotChanged() {
		given(this.submission.submit(ADA, 12, "Loud.", true)).willReturn(Optional.empty());
		given(this.submission.rate(ADA, 12, 4)).willReturn(Optional.of(ResponseErrors.INVALID_RATING));

		this.graphQl.document(SUBMIT).executeAndVerify();
		this.graphQl
			.document(
					"mutation { rateFeedbackResponse(feedbackResponseId: 12, rating: 4) { feedbackResponse { id } } }")
			.executeAndVerify();

		then(this.responses).shouldHaveNoInteractions();
	}

	/// The response is submitted, so the member must not be told to try again.
	@Test
	void isSuccessfulAlsoIfTheResponseCannotBeReadAfterwards() {
		given(this.submission.submit(ADA, 12, "Loud.", true)).willReturn(Optional.empty());
		given(this.responses.of(eq(ADA), eq(12L), any())).willThrow(new QueryTimeoutException("too slow"));

		this.graphQl.document("""
				mutation { submitFeedbackResponse(feedbackResponseId: 12, feedback: "Loud.", allowReplies: true) {
					success feedbackResponse { id } } }""")
			.execute()
			.errors()
			.expect((error) -> error.getPath().equals("submitFeedbackResponse.feedbackResponse"))
			.verify()
			.path("submitFeedbackResponse")
			.matchesJsonStrictly("""
					{ "success": true, "feedbackResponse": null }""");
	}

	@Test
	void isNotCalledForACallerWhoIsSignedOut() {
		this.caller.isSignedOut();

		this.graphQl.document(RATE).execute().path("rateFeedbackResponse").matchesJsonStrictly("""
				{ "success": false, "error": "Not logged in.", "userErrors": [
					{ "code": "NOT_LOGGED_IN", "message": "Not logged in.", "argument": null } ] }""");
		then(this.submission).shouldHaveNoInteractions();
	}

}
