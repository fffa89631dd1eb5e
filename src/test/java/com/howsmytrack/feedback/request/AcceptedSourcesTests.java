package com.howsmytrack.feedback.request;

import java.util.Map;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@WholeApplication
@TestPropertySource(properties = "howsmytrack.track.sources=SOUNDCLOUD,DROPBOX")
class AcceptedSourcesTests {

	private static final String VIDEO = "https://www.youtube.com/watch?v=abcDEF123-_";

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	private Browser ada;

	private int request;

	/// The setting was changed after the request was made.
	@BeforeEach
	void adaHasARequestForAVideo() {
		this.ada = this.api.member("ada");
		FeedbackScenario.create(this.ada, Map.of("mediaUrl", FeedbackScenario.track("ada")));
		this.database.update("UPDATE feedback_request SET media_url = ?, media_type = 'YOUTUBE', track_key = ?", VIDEO,
				"YOUTUBE:abcDEF123-_");
		this.request = FeedbackScenario.pendingId(this.ada);
	}

	@ParameterizedTest
	@ValueSource(strings = { VIDEO, "https://youtu.be/abcDEF123-_?si=x" })
	void keepsALinkOfAnotherSourceThatIsUnchanged(String link) {
		FeedbackScenario.edit(this.ada, this.request, Map.of("mediaUrl", link, "genre", "JAZZ"))
			.succeeded("editFeedbackRequest");

		FeedbackScenario.pending(this.ada)
			.with("unassignedRequest.mediaUrl", VIDEO)
			.with("unassignedRequest.genre", "JAZZ");
	}

	@Test
	void rejectsANewLinkOfAnotherSource() {
		FeedbackScenario.edit(this.ada, this.request, Map.of("mediaUrl", "https://youtu.be/otherVideo1"))
			.hasUserError("editFeedbackRequest", "MEDIA_SOURCE_NOT_ACCEPTED",
					"Links to YouTube are not accepted here. Please use a link to another service.", "mediaUrl");
	}

	@Test
	void areNamedForTheHintOfAForm() {
		this.api.visitor()
			.run("{ acceptedSources { source name } }")
			.hasNoErrors()
			.with("acceptedSources[0].source", "SOUNDCLOUD")
			.with("acceptedSources[1].source", "DROPBOX")
			.with("acceptedSources[1].name", "Dropbox")
			.with("acceptedSources.length()", 2);
	}

}
