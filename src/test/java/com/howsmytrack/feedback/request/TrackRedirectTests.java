package com.howsmytrack.feedback.request;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// The client of the wire contract replaces the query of a link to Dropbox, and all that follows `/view` in a link to Google
/// Drive. So it gets an address that redirects to the track.
@WholeApplication
class TrackRedirectTests {

	private static final String DROPBOX = "https://www.dropbox.com/scl/fi/a1/mix.wav?rlkey=key";

	private static final String DRIVE = "https://drive.google.com/file/d/0B1AbC/view?resourcekey=0-xyz";

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

	private String request(String link) {
		FeedbackScenario.create(this.ada, Map.of("mediaUrl", link)).succeeded("createFeedbackRequest");
		return mediaUrl();
	}

	private String mediaUrl() {
		return Objects.requireNonNull(FeedbackScenario.pending(this.ada).at("unassignedRequest.mediaUrl"));
	}

	private HttpResponse<String> open(String address) {
		URI uri = URI.create(address);
		return this.api.visitor().get(uri.getPath() + ((uri.getQuery() != null) ? "?" + uri.getQuery() : ""));
	}

	@Test
	void playsAFileAtDropboxInTheAudioElementOfTheClient() {
		String mediaUrl = request(DROPBOX + "&dl=0&st=x");

		assertThat(mediaUrl).matches("http://localhost:\\d+/media/[\\w-]{22}");
		HttpResponse<String> response = open(mediaUrl.split("\\?")[0] + "?raw=1");
		assertThat(response.statusCode()).isEqualTo(302);
		assertThat(response.headers().allValues("Location")).containsExactly(DROPBOX + "&raw=1");
		assertThat(response.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
		assertThat(response.headers().allValues("Cache-Control")).containsExactly("no-store");
		assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
		assertThat(response.body()).isEmpty();
	}

	@Test
	void playsAFileAtGoogleDriveInTheFrameOfTheClient() {
		HttpResponse<String> response = open(request(DRIVE).split("/view")[0] + "/preview?usp=sharing");

		assertThat(response.headers().allValues("Location"))
			.containsExactly("https://drive.google.com/file/d/0B1AbC/preview?resourcekey=0-xyz");
		assertThat(response.headers().allValues("Content-Security-Policy"))
			.containsExactly("default-src 'none'; frame-ancestors *");
	}

	@Test
	void isNotNecessaryForLinksFromWhichTheClientBuildsAPlayer() {
		assertThat(request("https://www.dropbox.com/s/a1/mix.wav?dl=0"))
			.isEqualTo("https://www.dropbox.com/s/a1/mix.wav");
		assertThat(this.database.list(String.class, "SELECT redirect_token FROM feedback_request"))
			.containsExactly((String) null);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/media/", "/media/x", "/media/AAAAAAAAAAAAAAAAAAAAAA", "/media/AAAAAAAAAAAAAAAAAAAAAA/preview",
					"/media/https%3A%2F%2Fevil.example", "/media/..%2f", "/media/AAAAAAAAAAAAAAAAAAAAAA/other" })
	void leadsNowhereElse(String path) {
		request(DROPBOX);

		HttpResponse<String> response = this.api.visitor().get(path);

		assertThat(response.statusCode()).isIn(400, 404);
		assertThat(response.headers().firstValue("Location")).isEmpty();
	}

	@Test
	void isKeptIfTheClientSendsItBack() {
		String mediaUrl = request(DROPBOX);

		FeedbackScenario
			.edit(this.ada, FeedbackScenario.pendingId(this.ada), Map.of("mediaUrl", mediaUrl, "genre", "JAZZ"))
			.succeeded("editFeedbackRequest");

		FeedbackScenario.pending(this.ada)
			.with("unassignedRequest.mediaUrl", mediaUrl)
			.with("unassignedRequest.genre", "JAZZ");
		info(mediaUrl).with("mediaInfo.mediaUrl", mediaUrl)
			.with("mediaInfo.mediaType", "DROPBOX")
			.with("mediaInfo.track.url", DROPBOX);
	}

	private Answer info(String mediaUrl) {
		return this.api.visitor()
			.run("query($url: String!) { mediaInfo(mediaUrl: $url) { mediaUrl mediaType track { url } } }",
					Map.of("url", mediaUrl))
			.hasNoErrors();
	}

	@Test
	void isNoLinkForOtherRequests() {
		String mediaUrl = request(DROPBOX);
		Browser ben = this.api.member("ben");

		FeedbackScenario.create(ben, Map.of("mediaUrl", mediaUrl)).with("createFeedbackRequest.invalidMediaUrl", true);
		FeedbackScenario.create(ben, Map.of("genre", "POP")).succeeded("createFeedbackRequest");
		FeedbackScenario.edit(ben, FeedbackScenario.pendingId(ben), Map.of("mediaUrl", mediaUrl))
			.with("editFeedbackRequest.invalidMediaUrl", true);
	}

	@Test
	void changesWithTheTrack() {
		String before = request(DROPBOX);

		FeedbackScenario.edit(this.ada, FeedbackScenario.pendingId(this.ada), Map.of("mediaUrl", DRIVE))
			.succeeded("editFeedbackRequest");

		assertThat(mediaUrl()).isNotEqualTo(before);
		assertThat(open(before).statusCode()).isEqualTo(404);
	}

	@Test
	void isGoneWithTheRequestAndWithTheAccount() {
		String withdrawn = request(DROPBOX);
		FeedbackScenario.delete(this.ada, FeedbackScenario.pendingId(this.ada)).succeeded("deleteFeedbackRequest");
		assertThat(open(withdrawn).statusCode()).isEqualTo(404);

		Browser ben = this.scenario.group("ben", "cy").getFirst();
		this.database.update("""
				UPDATE feedback_request SET media_url = ?, media_type = 'DROPBOX', redirect_token = ?
				WHERE account_id = (SELECT id FROM account WHERE email LIKE 'ben@%')""", DROPBOX, "B".repeat(22));
		assertThat(this.api.visitor().get("/media/" + "B".repeat(22)).statusCode()).isEqualTo(302);
		ben.run("mutation($password: String!) { deleteAccount(password: $password) { success } }",
				Map.of("password", Api.PASSWORD))
			.with("deleteAccount.success", true);

		assertThat(this.api.visitor().get("/media/" + "B".repeat(22)).statusCode()).isEqualTo(404);
	}

	@Test
	void acceptsNoOtherMethod() {
		URI uri = URI.create(request(DROPBOX));

		HttpResponse<String> response = this.api.send(
				HttpRequest.newBuilder(this.api.uri(uri.getPath())).POST(HttpRequest.BodyPublishers.noBody()).build());

		assertThat(response.statusCode()).isIn(403, 404, 405);
		assertThat(response.headers().firstValue("Location")).isEmpty();
	}

}
