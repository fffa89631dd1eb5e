package com.howsmytrack.feedback.request;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class RequestTests {

	private static final String INVALID_URL = "Please provide any of the following: a valid Soundcloud URL of the form "
			+ "`https://soundcloud.com/artist/track` (or `https://soundcloud.com/artist/track/secret` for private tracks), "
			+ "a shareable Google Drive URL of the form `https://drive.google.com/file/d/abcdefghijklmnopqrstuvwxyz1234567/view`, "
			+ "a Dropbox URL of the form `https://www.dropbox.com/s/abcdefghijklmno/filename` or a OneDrive URL of the form "
			+ "`https://onedrive.live.com/?authkey=AUTHKEY&cid=CID&id=ID`";

	private static final String HAS_PENDING = "You have an unassigned feedback request. Once that request has been assigned "
			+ "to a feedback group, you will be eligible to submit another request.";

	private static final String TRACK_PENDING = "A request for this track is already pending.";

	private static final String NOT_OWNER = "You are not the owner of this feedback request.";

	private static final String GROUPED = "This request has already been assigned to a feedback group and cannot be edited.";

	private static final String TRACK = "https://soundcloud.com/ada/rain";

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	private Browser ada;

	@BeforeEach
	void adaSignsIn() {
		this.ada = this.api.member("ada");
	}

	private static String times(String text, int count) {
		return String.join("", Collections.nCopies(count, text));
	}

	@Nested
	class Creating {

		private Answer create(Map<String, ?> request) {
			return FeedbackScenario.create(RequestTests.this.ada, request);
		}

		@Test
		void makesARequestPending() {
			create(Map.of("mediaUrl", TRACK, "genre", "HIPHOP", "emailWhenGrouped", true, "feedbackPrompt",
					" Is the kick too loud?\n\tHonestly. "))
				.succeeded("createFeedbackRequest")
				.with("createFeedbackRequest.invalidMediaUrl", false);

			FeedbackScenario.pending(RequestTests.this.ada)
				.with("unassignedRequest.mediaUrl", TRACK)
				.with("unassignedRequest.mediaType", "SOUNDCLOUD")
				.with("unassignedRequest.genre", "HIPHOP")
				.with("unassignedRequest.emailWhenGrouped", true)
				.with("unassignedRequest.feedbackPrompt", " Is the kick too loud?\n\tHonestly. ");
		}

		@Test
		void requiresNoArguments() {
			create(Map.of()).succeeded("createFeedbackRequest");

			FeedbackScenario.pending(RequestTests.this.ada)
				.with("unassignedRequest.mediaUrl", null)
				.with("unassignedRequest.mediaType", null)
				.with("unassignedRequest.genre", "NO_GENRE")
				.with("unassignedRequest.emailWhenGrouped", false)
				.with("unassignedRequest.feedbackPrompt", null);
		}

		@Test
		void treatsAnEmptyUrlAsMissingAndKeepsAnEmptyPrompt() {
			create(Map.of("mediaUrl", "", "feedbackPrompt", "")).succeeded("createFeedbackRequest");

			FeedbackScenario.pending(RequestTests.this.ada)
				.with("unassignedRequest.mediaUrl", null)
				.with("unassignedRequest.feedbackPrompt", "");
		}

		@Test
		void rejectsAnInvalidUrlFirst() {
			create(Map.of()).succeeded("createFeedbackRequest");

			create(Map.of("mediaUrl", "https://example.com/a", "genre", "NONE"))
				.hasUserError("createFeedbackRequest", "INVALID_MEDIA_URL", INVALID_URL, "mediaUrl")
				.with("createFeedbackRequest.invalidMediaUrl", true);
		}

		@Test
		void answersThatTheUrlIsNotInvalidSignedOut() {
			FeedbackScenario.create(RequestTests.this.api.visitor(), Map.of("mediaUrl", "https://example.com/a"))
				.hasUserError("createFeedbackRequest", "NOT_LOGGED_IN", "Not logged in.", null)
				.with("createFeedbackRequest.invalidMediaUrl", false);
		}

		@Test
		void storesAUrlPercentEncodedAndWithoutSwitches() {
			create(Map.of("mediaUrl", "https://www.dropbox.com/s/x/rain \"mix\" [1].wav?dl=0"))
				.succeeded("createFeedbackRequest");

			FeedbackScenario.pending(RequestTests.this.ada)
				.with("unassignedRequest.mediaUrl", "https://www.dropbox.com/s/x/rain%20%22mix%22%20%5B1%5D.wav");
		}

		@Test
		void storesAUrlOf2000Characters() {
			String url = TRACK + times("n", 2000 - TRACK.length());

			create(Map.of("mediaUrl", url)).succeeded("createFeedbackRequest");

			FeedbackScenario.pending(RequestTests.this.ada).with("unassignedRequest.mediaUrl", url);
		}

		@ParameterizedTest
		@ValueSource(strings = { "", "jazz", "Electronic", "POLKA", "NO_GENRE\u0000" })
		void rejectsAnUnknownGenreAndListsTheKnownOnes(String genre) {
			create(Map.of("genre", genre)).hasUserError("createFeedbackRequest", "UNKNOWN_GENRE",
					"Please choose one of these genres: ELECTRONIC, HIPHOP, JAZZ, URBAN_RNB, POP, ROCK_METAL_PUNK, NO_GENRE.",
					"genre")
				.with("createFeedbackRequest.invalidMediaUrl", false);
		}

		@Test
		void acceptsAPromptOf10000CodePoints() {
			String longest = times("🥁", 10_000);

			create(Map.of("feedbackPrompt", longest + "!")).hasUserError("createFeedbackRequest", "TEXT_TOO_LONG",
					"Your prompt can have at most 10,000 characters.", "feedbackPrompt");
			create(Map.of("feedbackPrompt", longest)).succeeded("createFeedbackRequest");

			FeedbackScenario.pending(RequestTests.this.ada).with("unassignedRequest.feedbackPrompt", longest);
		}

		@ParameterizedTest
		@ValueSource(strings = { "null\u0000byte", "half a \ud83e pair", "\udd41" })
		void rejectsAPromptThatCannotBeStored(String prompt) {
			create(Map.of("feedbackPrompt", prompt)).hasUserError("createFeedbackRequest", "UNSUPPORTED_CHARACTER",
					"Your prompt contains a character that cannot be stored: U+0000 or half of a surrogate pair.",
					"feedbackPrompt");
		}

		@Test
		void rejectsASecondPendingRequest() {
			create(Map.of("mediaUrl", TRACK)).succeeded("createFeedbackRequest");

			create(Map.of("mediaUrl", TRACK)).hasUserError("createFeedbackRequest", "PENDING_REQUEST_EXISTS",
					HAS_PENDING, null);
		}

		@Test
		void rejectsATrackThatIsPending() {
			create(Map.of("mediaUrl", TRACK)).succeeded("createFeedbackRequest");

			FeedbackScenario.create(RequestTests.this.api.member("bo"), Map.of("mediaUrl", TRACK))
				.hasUserError("createFeedbackRequest", "TRACK_ALREADY_PENDING", TRACK_PENDING, "mediaUrl")
				.with("createFeedbackRequest.invalidMediaUrl", false);
		}

		@Test
		void acceptsATrackAgainAfterItWasGrouped() {
			RequestTests.this.scenario.group("bo", "cy");

			FeedbackScenario.create(RequestTests.this.ada, Map.of("mediaUrl", FeedbackScenario.track("bo")))
				.succeeded("createFeedbackRequest");
		}

	}

	@Nested
	class Editing {

		private int request;

		@BeforeEach
		void adaHasARequest() {
			FeedbackScenario.create(RequestTests.this.ada, Map.of("mediaUrl", TRACK, "genre", "POP", "emailWhenGrouped",
					true, "feedbackPrompt", "Is it too long?"));
			this.request = FeedbackScenario.pendingId(RequestTests.this.ada);
		}

		private Answer edit(Map<String, ?> changes) {
			return FeedbackScenario.edit(RequestTests.this.ada, this.request, changes);
		}

		@Test
		void changesEverything() {
			edit(Map.of("mediaUrl", "https://www.dropbox.com/s/x/rain.wav", "genre", "JAZZ", "emailWhenGrouped", false,
					"feedbackPrompt", ""))
				.succeeded("editFeedbackRequest")
				.with("editFeedbackRequest.invalidMediaUrl", false);

			FeedbackScenario.pending(RequestTests.this.ada)
				.with("unassignedRequest.id", this.request)
				.with("unassignedRequest.mediaUrl", "https://www.dropbox.com/s/x/rain.wav")
				.with("unassignedRequest.mediaType", "DROPBOX")
				.with("unassignedRequest.genre", "JAZZ")
				.with("unassignedRequest.emailWhenGrouped", false)
				.with("unassignedRequest.feedbackPrompt", "");
		}

		@Test
		void makesARequestTracklessWithoutAUrlAndKeepsOtherValues() {
			Map<String, Object> nothing = new HashMap<>();
			nothing.put("genre", null);

			edit(nothing).succeeded("editFeedbackRequest");

			FeedbackScenario.pending(RequestTests.this.ada)
				.with("unassignedRequest.mediaUrl", null)
				.with("unassignedRequest.mediaType", null)
				.with("unassignedRequest.genre", "POP")
				.with("unassignedRequest.emailWhenGrouped", true)
				.with("unassignedRequest.feedbackPrompt", "Is it too long?");
		}

		@Test
		void rejectsAnInvalidUrlBeforeAnUnknownRequest() {
			FeedbackScenario.edit(RequestTests.this.ada, 4711, Map.of("mediaUrl", "https://example.com/a"))
				.hasUserError("editFeedbackRequest", "INVALID_MEDIA_URL", INVALID_URL, "mediaUrl")
				.with("editFeedbackRequest.invalidMediaUrl", true);
		}

		@Test
		void answersThatTheUrlIsNotInvalidSignedOut() {
			FeedbackScenario
				.edit(RequestTests.this.api.visitor(), this.request, Map.of("mediaUrl", "https://example.com/a"))
				.hasUserError("editFeedbackRequest", "NOT_LOGGED_IN", "Not logged in.", null)
				.with("editFeedbackRequest.invalidMediaUrl", false);
		}

		@Test
		void answersTheSameForUnknownRequestsAndRequestsOfOthers() {
			Browser bo = RequestTests.this.api.member("bo");

			for (int id : new int[] { this.request, 4711, 0, -1, Integer.MAX_VALUE }) {
				FeedbackScenario.edit(bo, id, Map.of())
					.hasUserError("editFeedbackRequest", "NOT_YOUR_REQUEST", NOT_OWNER, "feedbackRequestId");
			}
		}

		@Test
		void rejectsAGroupedRequest() {
			RequestTests.this.scenario.group("bo", "cy");

			edit(Map.of("mediaUrl", TRACK)).hasUserError("editFeedbackRequest", "REQUEST_ALREADY_GROUPED", GROUPED,
					"feedbackRequestId");
		}

		@Test
		void rejectsATrackThatIsPendingForAnotherMember() {
			RequestTests.this.scenario.memberWithTrack("bo", Genre.POP);

			edit(Map.of("mediaUrl", FeedbackScenario.track("bo"), "genre", "JAZZ")).hasUserError("editFeedbackRequest",
					"TRACK_ALREADY_PENDING", TRACK_PENDING, "mediaUrl");

			FeedbackScenario.pending(RequestTests.this.ada)
				.with("unassignedRequest.mediaUrl", TRACK)
				.with("unassignedRequest.genre", "POP");
		}

		@Test
		void acceptsTheOwnTrackUnchanged() {
			edit(Map.of("mediaUrl", TRACK)).succeeded("editFeedbackRequest");
		}

		/// The import keeps links that are not supported.
		@ParameterizedTest
		@ValueSource(strings = { "https://soundcloud.com/ada", "https://example.com/track.mp3" })
		void keepsAnUnsupportedLinkThatIsUnchanged(String link) {
			RequestTests.this.database.update("UPDATE feedback_request SET media_url = ?, track_key = NULL", link);

			edit(Map.of("mediaUrl", " " + link, "genre", "JAZZ")).succeeded("editFeedbackRequest")
				.with("editFeedbackRequest.invalidMediaUrl", false);

			FeedbackScenario.pending(RequestTests.this.ada)
				.with("unassignedRequest.mediaUrl", link)
				.with("unassignedRequest.genre", "JAZZ");
		}

		@Test
		void rejectsTheUnsupportedLinkOfAnotherRequest() {
			RequestTests.this.database.update("UPDATE feedback_request SET media_url = ?, track_key = NULL",
					"https://example.com/a");
			Browser bo = RequestTests.this.api.member("bo");

			FeedbackScenario.edit(bo, this.request, Map.of("mediaUrl", "https://example.com/a"))
				.hasUserError("editFeedbackRequest", "INVALID_MEDIA_URL", INVALID_URL, "mediaUrl");
		}

	}

	@Nested
	class Deleting {

		@Test
		void deletesAPendingRequest() {
			FeedbackScenario.create(RequestTests.this.ada, Map.of("mediaUrl", TRACK));

			FeedbackScenario.delete(RequestTests.this.ada, FeedbackScenario.pendingId(RequestTests.this.ada))
				.succeeded("deleteFeedbackRequest");

			FeedbackScenario.pending(RequestTests.this.ada).with("unassignedRequest", null);
			assertThat(RequestTests.this.database.count("feedback_request")).isZero();
		}

		@Test
		void answersTheSameForUnknownRequestsAndRequestsOfOthers() {
			Browser bo = RequestTests.this.scenario.memberWithTrack("bo", Genre.POP);

			for (int id : new int[] { FeedbackScenario.pendingId(bo), 4711, -1 }) {
				FeedbackScenario.delete(RequestTests.this.ada, id)
					.hasUserError("deleteFeedbackRequest", "NOT_YOUR_REQUEST", NOT_OWNER, "feedbackRequestId");
			}
			assertThat(RequestTests.this.database.count("feedback_request")).isOne();
		}

		@Test
		void rejectsAGroupedRequest() {
			Browser bo = RequestTests.this.scenario.group("bo", "cy").getFirst();

			FeedbackScenario.delete(bo, FeedbackScenario.groups(bo).number("feedbackGroups[0].feedbackRequest.id"))
				.hasUserError("deleteFeedbackRequest", "REQUEST_ALREADY_GROUPED", GROUPED, "feedbackRequestId");
		}

	}

	@Nested
	class ReadingMediaInfo {

		@Test
		void answersTheMediaTypeOfASupportedUrlSignedOut() {
			ask(TRACK).with("mediaInfo.mediaUrl", TRACK).with("mediaInfo.mediaType", "SOUNDCLOUD");
		}

		@ParameterizedTest
		@ValueSource(strings = { "", "https://example.com/track", "half a \ud83e pair", "\u0000" })
		void answersAnUnsupportedUrlAsSentWithoutAMediaType(String url) {
			ask(url).with("mediaInfo.mediaUrl", url).with("mediaInfo.mediaType", null);
		}

		private Answer ask(String url) {
			return RequestTests.this.api.visitor()
				.run("query($url: String!) { mediaInfo(mediaUrl: $url) { mediaUrl mediaType } }", Map.of("url", url))
				.hasNoErrors();
		}

	}

}
