package com.howsmytrack.track;

import com.howsmytrack.outbound.OutboundHttp;
import com.howsmytrack.testing.GraphQlSlice;
import com.howsmytrack.testing.TestCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.graphql.test.autoconfigure.GraphQlTest;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.mockito.BDDMockito.given;

@GraphQlTest(MediaInfoController.class)
@Import({ GraphQlSlice.class, TrackConfiguration.class, TrackLinks.class })
class MediaInfoControllerTests {

	@Autowired
	private GraphQlTester graphQl;

	@Autowired
	private TestCaller caller;

	@MockitoBean
	private StoredLinks stored;

	@MockitoBean
	private OutboundHttp http;

	@BeforeEach
	void signOut() {
		this.caller.isSignedOut();
	}

	private GraphQlTester.Path mediaInfo(String url) {
		return this.graphQl.document("""
				query($url: String!) {
					mediaInfo(mediaUrl: $url) {
						mediaUrl mediaType refusal track { url source sourceName title artist player { kind address } }
					}
				}""").variable("url", url).execute().path("mediaInfo");
	}

	@Test
	void tellsHowTheTrackOfALinkIsPlayed() {
		mediaInfo(" Dropbox.com/scl/fi/Id/mix.wav?rlkey=key&st=x&dl=0 ").matchesJsonStrictly("""
				{
					"mediaUrl": "https://www.dropbox.com/scl/fi/Id/mix.wav?rlkey=key",
					"mediaType": "DROPBOX",
					"refusal": null,
					"track": {
						"url": "https://www.dropbox.com/scl/fi/Id/mix.wav?rlkey=key",
						"source": "DROPBOX",
						"sourceName": "Dropbox",
						"title": null,
						"artist": null,
						"player": {
							"kind": "AUDIO",
							"address": "https://www.dropbox.com/scl/fi/Id/mix.wav?rlkey=key&raw=1"
						}
					}
				}""");
	}

	@Test
	void saysWhyALinkIsRefusedAndReturnsItAsSent() {
		mediaInfo("HTTPS://SoundCloud.com/Artist").matchesJsonStrictly(
				"""
						{
							"mediaUrl": "HTTPS://SoundCloud.com/Artist",
							"mediaType": null,
							"refusal": "This link leads to a profile at SoundCloud, not to a track. Please paste the link of one track.",
							"track": null
						}""");
	}

	@ParameterizedTest
	@CsvSource({ "https://on.soundcloud.com/AbC123, true, true", "https://on.soundcloud.com/AbC123, false, false",
			"https://soundcloud.com/ada/night-bus, true, false", "https://soundcloud.com/ada, true, false" })
	void tellsWhetherTheTrackOfAShortLinkIsLookedUpLater(String url, boolean callsOthers, boolean later) {
		given(this.http.isEnabled()).willReturn(callsOthers);

		this.graphQl.document("query($url: String!) { mediaInfo(mediaUrl: $url) { resolvedLater } }")
			.variable("url", url)
			.execute()
			.path("mediaInfo.resolvedLater")
			.entity(boolean.class)
			.isEqualTo(later);
	}

	@Test
	void namesTheAcceptedServicesForALinkOfNone() {
		this.graphQl.document("{ mediaInfo(mediaUrl: \"https://example.com\") { refusal } }")
			.execute()
			.path("mediaInfo.refusal")
			.entity(String.class)
			.isEqualTo("This is no link of a track that we know. "
					+ "Links to SoundCloud, Google Drive, Dropbox, OneDrive, YouTube and Bandcamp work.");
	}

}
