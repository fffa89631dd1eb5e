package com.howsmytrack.track;

import com.howsmytrack.testing.GraphQlSlice;
import com.howsmytrack.testing.TestCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.graphql.test.autoconfigure.GraphQlTest;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.test.tester.GraphQlTester;

@GraphQlTest(MediaInfoController.class)
@Import(GraphQlSlice.class)
class MediaInfoControllerTests {

	@Autowired
	private GraphQlTester graphQl;

	@Autowired
	private TestCaller caller;

	@BeforeEach
	void signOut() {
		this.caller.isSignedOut();
	}

	private GraphQlTester.Path mediaInfo(String url) {
		return this.graphQl.document("query($url: String!) { mediaInfo(mediaUrl: $url) { mediaUrl mediaType } }")
			.variable("url", url)
			.execute()
			.path("mediaInfo");
	}

	@Test
	void returnsTheStoredFormAndTheServiceOfASupportedUrl() {
		mediaInfo("HTTPS://SoundCloud.com/Artist/Track").matchesJsonStrictly("""
				{ "mediaUrl": "https://soundcloud.com/Artist/Track", "mediaType": "SOUNDCLOUD" }""");
	}

	@Test
	void returnsAnUnsupportedUrlAsSent() {
		mediaInfo("HTTPS://Example.com/Track").matchesJsonStrictly("""
				{ "mediaUrl": "HTTPS://Example.com/Track", "mediaType": null }""");
	}

}
