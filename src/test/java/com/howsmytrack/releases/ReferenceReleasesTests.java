package com.howsmytrack.releases;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.AdminApi;
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
import org.springframework.transaction.support.TransactionTemplate;

import static com.howsmytrack.releases.ReleaseScenario.ADA;
import static com.howsmytrack.releases.ReleaseScenario.BRUNO;
import static com.howsmytrack.releases.ReleaseScenario.release;
import static org.assertj.core.api.Assertions.assertThat;

/// Requests for feedback name releases as references.
@WholeApplication
class ReferenceReleasesTests {

	private static final String UNKNOWN = "One of the reference releases is not available. Remove it or choose another one.";

	private static final String ARGUMENT = "referenceReleaseIds";

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	@Autowired
	private ReleaseStore store;

	@Autowired
	private ReferenceReleases references;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private AdjustableClock clock;

	private Browser ada;

	@BeforeEach
	void fourReleasesAreOutAndOneIsAnnounced() {
		List<FetchedRelease> releases = List.of(release("Rain", "2026-02-20", Set.of(), ADA, BRUNO),
				release("Snow", "2026-02-21", Set.of(), BRUNO), release("Fog", "2026-02-22", Set.of(), BRUNO),
				release("Hail", "2026-02-23", Set.of(), ADA), release("Soon", "2026-04-01", Set.of(), ADA));
		this.transaction.executeWithoutResult(
				(_) -> assertThat(this.store.save(MusicService.SPOTIFY, releases)).isEqualTo(releases.size()));
		this.ada = this.scenario.verifiedMember("ada");
	}

	@Test
	void aRequestHasReferencesInTheOrderOfTheOwner() {
		create("Snow", "Rain", "Hail").succeeded("createFeedbackRequest");

		assertThat(ownReferences()).containsExactly("Snow", "Rain", "Hail");
	}

	@Test
	void aRequestNeedsNoReferences() {
		create().succeeded("createFeedbackRequest");

		assertThat(ownReferences()).isEmpty();
	}

	@Test
	void aTracklessRequestCanHaveReferences() {
		FeedbackScenario.create(this.ada, Map.of(ARGUMENT, ids("Rain"))).succeeded("createFeedbackRequest");

		assertThat(ownReferences()).containsExactly("Rain");
	}

	@Test
	void thePayloadContainsTheReferences() {
		this.ada
			.run("mutation($ids: [ID!]) { createFeedbackRequest(referenceReleaseIds: $ids) { "
					+ "feedbackRequest { referenceReleases { name artistCredit url artists { name followed } } } } }",
					Map.of("ids", ids("Rain")))
			.hasNoErrors()
			.with("createFeedbackRequest.feedbackRequest.referenceReleases[0].name", "Rain")
			.with("createFeedbackRequest.feedbackRequest.referenceReleases[0].url",
					"https://open.spotify.com/album/Rain")
			.with("createFeedbackRequest.feedbackRequest.referenceReleases[0].artists[1].followed", false);
	}

	@Test
	void anEditReplacesTheReferences() {
		create("Snow", "Rain").succeeded("createFeedbackRequest");

		edit(Map.of(ARGUMENT, ids("Rain", "Fog", "Snow"))).succeeded("editFeedbackRequest");

		assertThat(ownReferences()).containsExactly("Rain", "Fog", "Snow");
	}

	@Test
	void anEditWithoutReferencesKeepsThem() {
		create("Snow", "Rain").succeeded("createFeedbackRequest");
		Map<String, Object> explicitNull = new HashMap<>();
		explicitNull.put(ARGUMENT, null);

		edit(Map.of("genre", "POP")).succeeded("editFeedbackRequest");
		edit(explicitNull).succeeded("editFeedbackRequest");

		assertThat(ownReferences()).containsExactly("Snow", "Rain");
	}

	@Test
	void anEditWithAnEmptyListRemovesTheReferences() {
		create("Snow", "Rain").succeeded("createFeedbackRequest");

		edit(Map.of(ARGUMENT, List.of())).succeeded("editFeedbackRequest");

		assertThat(ownReferences()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "999999", "-1", "", "rain", "1.5", "99999999999999999999", "1\u0000" })
	void refusesAnUnknownRelease(String id) {
		FeedbackScenario.create(this.ada, Map.of(ARGUMENT, List.of(id("Rain"), id)))
			.hasUserError("createFeedbackRequest", "UNKNOWN_REFERENCE_RELEASE", UNKNOWN, ARGUMENT)
			.with("createFeedbackRequest.invalidMediaUrl", false);

		assertThat(this.database.count("feedback_request")).isZero();
	}

	@Test
	void refusesAReleaseThatIsNotOut() {
		create("Soon").hasUserError("createFeedbackRequest", "UNKNOWN_REFERENCE_RELEASE", UNKNOWN, ARGUMENT);
	}

	@Test
	void refusesAReleaseTwice() {
		create("Rain", "Snow", "Rain")
			.hasUserError("createFeedbackRequest", "DUPLICATE_REFERENCE_RELEASE",
					"Choose each reference release only once.", ARGUMENT)
			.with("createFeedbackRequest.invalidMediaUrl", false);
		FeedbackScenario.create(this.ada, Map.of(ARGUMENT, List.of(id("Rain"), "0" + id("Rain"))))
			.with("createFeedbackRequest.userErrors[0].code", "DUPLICATE_REFERENCE_RELEASE");
	}

	@Test
	void refusesMoreThanThreeReleases() {
		create("Rain", "Snow", "Fog", "Hail")
			.hasUserError("createFeedbackRequest", "TOO_MANY_REFERENCE_RELEASES",
					"A request can have at most 3 reference releases.", ARGUMENT)
			.with("createFeedbackRequest.invalidMediaUrl", false);
		FeedbackScenario.create(this.ada, Map.of(ARGUMENT, IntStream.range(0, 1000).mapToObj(String::valueOf).toList()))
			.with("createFeedbackRequest.userErrors[0].code", "TOO_MANY_REFERENCE_RELEASES");
	}

	@Test
	void aRefusedEditChangesNothing() {
		create("Snow").succeeded("createFeedbackRequest");

		edit(Map.of("genre", "POP", ARGUMENT, List.of("0")))
			.hasUserError("editFeedbackRequest", "UNKNOWN_REFERENCE_RELEASE", UNKNOWN, ARGUMENT)
			.with("editFeedbackRequest.invalidMediaUrl", false);

		assertThat(ownReferences()).containsExactly("Snow");
		FeedbackScenario.pending(this.ada).with("unassignedRequest.genre", "JAZZ");
	}

	@Test
	void reportsTheErrorsOfTheContractFirst() {
		FeedbackScenario.create(this.api.visitor(), Map.of(ARGUMENT, List.of("0")))
			.with("createFeedbackRequest.error", "Not logged in.");
		FeedbackScenario.create(this.ada, Map.of("mediaUrl", "https://example.com/a", ARGUMENT, List.of("0")))
			.with("createFeedbackRequest.invalidMediaUrl", true);
		create().succeeded("createFeedbackRequest");
		create("Soon").with("createFeedbackRequest.userErrors[0].code", "PENDING_REQUEST_EXISTS");
		FeedbackScenario
			.edit(this.scenario.verifiedMember("bo"), FeedbackScenario.pendingId(this.ada),
					Map.of(ARGUMENT, List.of("0")))
			.with("editFeedbackRequest.userErrors[0].code", "NOT_YOUR_REQUEST");
	}

	@Test
	void theMembersOfTheGroupSeeTheReferences() {
		create("Snow", "Rain").succeeded("createFeedbackRequest");
		Browser bo = this.scenario.group("bo").getFirst();
		follow(bo, "Bruno");

		assertThat(inForm(bo, "name")).containsExactly("Snow", "Rain");
		assertThat(inForm(bo, "url")).containsExactly("https://open.spotify.com/album/Snow",
				"https://open.spotify.com/album/Rain");
		assertThat(inForm(bo, "artists[*].followed")).containsExactly(true, false, true);
		assertThat(this.ada.run("{ feedbackGroups { feedbackRequest { referenceReleases { artists { followed } } } } }")
			.<List<Boolean>>at("feedbackGroups[0].feedbackRequest.referenceReleases[*].artists[*].followed"))
			.containsExactly(false, false, false);
		assertThat(this.database.count("reference_release")).isEqualTo(2);
	}

	@Test
	void thePayloadOfASubmittedResponseContainsTheReferences() {
		create("Snow").succeeded("createFeedbackRequest");
		Browser bo = this.scenario.group("bo").getFirst();

		bo.run("""
				mutation($id: Int!) { submitFeedbackResponse(feedbackResponseId: $id, feedback: "Fine.", allowReplies: true) {
					feedbackResponse { feedbackRequest { referenceReleases { name } } } } }""",
				Map.of("id", FeedbackScenario.openForms(bo).getFirst()))
			.with("submitFeedbackResponse.feedbackResponse.feedbackRequest.referenceReleases[0].name", "Snow");
	}

	@Test
	void theReferencesGoWithADeletedRequest() {
		create("Snow").succeeded("createFeedbackRequest");

		FeedbackScenario.delete(this.ada, FeedbackScenario.pendingId(this.ada)).succeeded("deleteFeedbackRequest");

		assertThat(this.database.count("reference_release")).isZero();
		assertThat(this.database.count("release")).isEqualTo(5);
	}

	@Test
	void theReferencesGoWithADeletedAccount() {
		create("Snow", "Rain").succeeded("createFeedbackRequest");
		Browser bo = this.scenario.group("bo").getFirst();
		FeedbackScenario.submitAllForms(bo);
		this.clock.advance(Duration.ofDays(1));
		create("Fog").succeeded("createFeedbackRequest");

		AccountScenario.deleteAccount(this.ada, Api.PASSWORD).succeeded("deleteAccount");

		assertThat(this.database.count("reference_release")).isZero();
		assertThat(inForm(bo, "name")).isEmpty();
	}

	@Test
	void theExportContainsTheReferencesOfTheOwner() {
		create("Snow", "Rain").succeeded("createFeedbackRequest");
		int request = FeedbackScenario.pendingId(this.ada);
		Browser bo = this.scenario.group("bo").getFirst();

		this.ada.run("{ exportMyData }")
			.hasNoErrors()
			.with("exportMyData.feedback.requests[0].id", request)
			.with("exportMyData.feedback.referenceReleases.length()", 1)
			.with("exportMyData.feedback.referenceReleases[0].request", request)
			.with("exportMyData.feedback.referenceReleases[0].releases[0].name", "Snow")
			.with("exportMyData.feedback.referenceReleases[0].releases[1].url", "https://open.spotify.com/album/Rain");
		bo.run("{ exportMyData }").with("exportMyData.feedback.referenceReleases.length()", 0);
	}

	@Test
	void theReferencesMoveWithARequestAndGoWithItsRemoval() {
		create("Snow").succeeded("createFeedbackRequest");
		this.scenario.group("bo", "cy");
		this.clock.advance(Duration.ofDays(1));
		Browser di = this.scenario.group("di", "ed", "fi").getFirst();
		AdminApi admin = AdminApi.open(this.api, this.database);

		admin.moveRequest("ada", admin.groupOf("di")).succeeded("moveRequest");
		assertThat(inForm(di, "name")).containsExactly("Snow");
		admin.makeRequestPending("ada").succeeded("moveRequest");
		assertThat(ownReferences()).containsExactly("Snow");
		admin.moveRequest("ada", admin.groupOf("di")).succeeded("moveRequest");
		admin.removeRequest("ada").succeeded("removeRequest");

		assertThat(this.database.count("reference_release")).isZero();
	}

	@Test
	void anOperatorRemovesAPendingRequestWithItsReferences() {
		create("Snow").succeeded("createFeedbackRequest");

		AdminApi.open(this.api, this.database).removeRequest("ada").succeeded("removeRequest");

		assertThat(this.database.count("reference_release")).isZero();
	}

	@Test
	void operatorsSeeTheReferencesOfARequest() {
		create("Snow", "Rain").succeeded("createFeedbackRequest");
		AdminApi admin = AdminApi.open(this.api, this.database);

		admin
			.run("{ requestDetails(id: \"%d\") { referenceReleases { name artistCredit url } } }"
				.formatted(FeedbackScenario.pendingId(this.ada)))
			.hasNoErrors()
			.with("requestDetails.referenceReleases[0].name", "Snow")
			.with("requestDetails.referenceReleases[1].url", "https://open.spotify.com/album/Rain");
	}

	@Test
	void theRetentionKeepsTheReleasesOfRequests() {
		create("Snow").succeeded("createFeedbackRequest");

		assertThat(deleteAll()).isEqualTo(4);
		assertThat(ownReferences()).containsExactly("Snow");
		assertThat(this.database.list(String.class, "SELECT name FROM artist")).containsExactly("Bruno");

		edit(Map.of(ARGUMENT, List.of())).succeeded("editFeedbackRequest");
		assertThat(deleteAll()).isOne();
		assertThat(this.database.count("artist")).isZero();
	}

	@Test
	void aRequestWaitsForTheRetentionAndIsRefused() {
		List<String> ids = ids("Rain");
		CompletableFuture<Answer> created = this.transaction.execute((_) -> {
			assertThat(this.store.deleteBefore(this.clock.instant())).isEqualTo(4);
			CompletableFuture<Answer> waiting = CompletableFuture
				.supplyAsync(() -> FeedbackScenario.create(this.ada, Map.of(ARGUMENT, ids)));
			this.database.awaitWaiting(1);
			return waiting;
		});

		created.join().hasUserError("createFeedbackRequest", "UNKNOWN_REFERENCE_RELEASE", UNKNOWN, ARGUMENT);
		assertThat(this.database.count("feedback_request")).isZero();
	}

	@Test
	void theRetentionDoesNotWaitForARequestAndKeepsItsReleases() {
		create().succeeded("createFeedbackRequest");
		List<Long> rain = List.of(Long.valueOf(id("Rain")));

		this.transaction.executeWithoutResult((_) -> {
			assertThat(this.references.lock(rain)).isEmpty();
			assertThat(CompletableFuture.supplyAsync(this::deleteAll).join()).isEqualTo(4);
			this.references.add(FeedbackScenario.pendingId(this.ada), rain);
		});

		assertThat(ownReferences()).containsExactly("Rain");
		assertThat(deleteAll()).isZero();
	}

	private long deleteAll() {
		Long deleted = this.transaction
			.execute((_) -> this.store.deleteBefore(this.clock.instant().plus(Duration.ofDays(365))));
		assertThat(deleted).isNotNull();
		return deleted;
	}

	private Answer create(String... releases) {
		return FeedbackScenario.create(this.ada,
				Map.of("mediaUrl", FeedbackScenario.track("ada"), "genre", "JAZZ", ARGUMENT, ids(releases)));
	}

	/// The track stays.
	private Answer edit(Map<String, ?> changes) {
		Map<String, Object> request = new HashMap<>(changes);
		request.put("mediaUrl", FeedbackScenario.track("ada"));
		return FeedbackScenario.edit(this.ada, FeedbackScenario.pendingId(this.ada), request);
	}

	private void follow(Browser member, String artist) {
		member
			.run("mutation($id: ID!) { followArtist(artistId: $id) { success error } }",
					Map.of("id", this.database.single(String.class,
							"SELECT CAST(id AS text) FROM artist WHERE name = ?", artist)))
			.succeeded("followArtist");
	}

	private List<String> ownReferences() {
		return this.ada.run("{ unassignedRequest { referenceReleases { name } } }")
			.hasNoErrors()
			.at("unassignedRequest.referenceReleases[*].name");
	}

	/// A field of the references of the tracks about which the member writes.
	private <T> List<T> inForm(Browser member, String field) {
		return member.run("""
				{ feedbackGroups { feedbackResponses { feedbackRequest {
					referenceReleases { name url artists { followed } } } } } }""")
			.hasNoErrors()
			.at("feedbackGroups[*].feedbackResponses[*].feedbackRequest.referenceReleases[*]." + field);
	}

	private List<String> ids(String... names) {
		return Stream.of(names).map((name) -> id(name)).toList();
	}

	private String id(String name) {
		return this.database.single(String.class, "SELECT CAST(id AS text) FROM release WHERE name = ?", name);
	}

}
