package com.howsmytrack.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.howsmytrack.jobs.JobName;
import com.howsmytrack.jobs.JobRun;
import com.howsmytrack.jobs.JobRunner;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@WholeApplication
class DemoDataTests {

	private static final ApplicationArguments NONE = new DefaultApplicationArguments();

	@Autowired
	private AutowireCapableBeanFactory beans;

	@Autowired
	private ObjectProvider<DemoData> loadedByDefault;

	@Autowired
	private JobRunner jobs;

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	private DemoData demo;

	@BeforeEach
	void createDemoData() {
		this.demo = this.beans.createBean(DemoData.class);
	}

	@Test
	void isNotLoadedByDefault() {
		assertThat(this.loadedByDefault.getIfAvailable()).isNull();
	}

	@Test
	void loadsTheWholeStoryIntoAnEmptyDatabase() {
		DemoStory story = DemoStory.read();

		this.demo.run(NONE);

		assertThat(this.database.count("account")).isEqualTo(story.members().size());
		assertThat(this.database.count("feedback_group")).isEqualTo(story.groups().size());
		assertThat(this.database.count("feedback_request WHERE feedback_group_id IS NULL"))
			.isEqualTo(story.pending().size());
		assertThat(this.database.count("feedback_response"))
			.isEqualTo(story.groups().stream().mapToInt((group) -> group.forms().size()).sum());
	}

	@Test
	void loadsReleasesWithArtistsAndReferences() {
		DemoStory story = DemoStory.read();

		this.demo.run(NONE);

		assertThat(this.database.count("release")).isEqualTo(story.releases().size());
		assertThat(this.database.count("release WHERE cover_url IS NOT NULL")).isZero();
		assertThat(this.database.count("release_artist"))
			.isEqualTo(story.releases().stream().mapToLong((release) -> release.artists().size()).sum());
		assertThat(this.database.count("followed_artist")).isPositive();
		assertThat(this.database.count("chosen_genre")).isPositive();
		assertThat(this.database.count("reference_release"))
			.isEqualTo(story.requests().mapToLong((request) -> request.references().size()).sum());
	}

	@Test
	void showsReleasesAndReferencesToAda() {
		this.demo.run(NONE);
		Browser ada = this.api.visitor();
		ada.run("mutation { tokenAuth(username: \"ada@demo.howsmytrack.com\", password: \"%s\") { payload } }"
			.formatted(DemoData.PASSWORD)).hasNoErrors();

		ada.run("{ newReleases(first: 100) { edges { node { name } } } }")
			.with("newReleases.edges.length()", DemoStory.read().releases().size());
		assertThat(
				ada.run("{ myReleases { edges { node { name } } } }").<List<String>>at("myReleases.edges[*].node.name"))
			.contains("Mirrorfen", "Seven Corners Live");
		ada.run("{ unassignedRequest { referenceReleases { name } } }")
			.with("unassignedRequest.referenceReleases[0].name", "Mirrorfen");
		assertThat(ada
			.run("{ feedbackGroups { feedbackResponses { feedbackRequest { referenceReleases { name } } } } }")
			.<List<String>>at("feedbackGroups[*].feedbackResponses[*].feedbackRequest.referenceReleases[*].name"))
			.contains("A Bass Line and Two Apologies", "Substation");
	}

	@Test
	void namesGroupsByTheirIds() {
		this.demo.run(NONE);

		assertThat(this.database.count("feedback_group WHERE name NOT LIKE 'Feedback Group #' || id || ' - %'"))
			.isZero();
	}

	@Test
	void letsTheAnnouncedAddressesSignIn() {
		this.demo.run(NONE);

		assertThat(DemoData.ADDRESSES).allSatisfy((address) -> this.api.visitor()
			.run("mutation($address: String!, $password: String!) {"
					+ " tokenAuth(username: $address, password: $password) { payload } }",
					Map.of("address", address, "password", DemoData.PASSWORD))
			.hasNoErrors());
	}

	@Test
	void loadsOnceIfSeveralInstancesStart() {
		Races.onTable("account", Collections.nCopies(3, () -> {
			this.demo.run(NONE);
			return true;
		}));

		assertThat(this.database.count("account")).isEqualTo(DemoStory.read().members().size());
	}

	@Test
	void doesNotChangeADatabaseWithAnAccount() {
		this.api.member("ada");

		this.demo.run(NONE);

		assertThat(this.database.count("account")).isOne();
		assertThat(this.database.count("feedback_group")).isZero();
	}

	@Test
	void ratesMembersAsTheNightlyJobDoes() {
		this.demo.run(NONE);

		assertThat(this.jobs.run(new JobName("calculate-user-ratings"))).get()
			.extracting(JobRun::counts)
			.isEqualTo(Map.of("ratingsChanged", 0L));
	}

	@Test
	void ratesMembersAcrossTheWholeRange() {
		this.demo.run(NONE);

		List<Double> ratings = this.database.list(Double.class, "SELECT rating FROM member_rating");
		assertThat(DemoStory.read().members().size() - 1 - ratings.size()).isGreaterThanOrEqualTo(3);
		assertThat(ratings).anyMatch((rating) -> rating < 2)
			.anyMatch((rating) -> rating < 2.5)
			.anyMatch((rating) -> rating > 3 && rating < 4)
			.anyMatch((rating) -> rating > 4.5)
			.allMatch((rating) -> rating >= 1 && rating <= 5);
	}

	@Test
	void ratesAdaWell() {
		this.demo.run(NONE);

		assertThat(this.database.single(Double.class, """
				SELECT rating FROM member_rating JOIN account ON account.id = member_rating.account_id
				WHERE email = 'ada@demo.howsmytrack.com'""")).isCloseTo(4.67, within(0.01));
	}

	@Test
	void hasWhatAnOperatorLooksAt() {
		this.demo.run(NONE);

		assertThat(this.database.list(String.class, "SELECT DISTINCT job FROM job_run WHERE outcome = 'SUCCEEDED'"))
			.contains("assign-groups", "calculate-user-ratings", "send-group-reminder-emails");
		assertThat(this.database.count("job_run WHERE (counts ->> 'groupsFormed')::int > 0")).isBetween(3L, 14L);
		assertThat(this.database.count("outgoing_mail WHERE state = 'SENT'")).isPositive();
		assertThat(this.database.count("outgoing_mail WHERE state = 'GIVEN_UP'")).isOne();
		assertThat(this.database.count("audit_log WHERE person_id IS NOT NULL")).isEqualTo(2);
	}

	/// The folder of sent mails of a new demo is empty.
	@Test
	void leavesNoMailToSend() {
		this.demo.run(NONE);

		assertThat(this.database.count("outgoing_mail WHERE state = 'QUEUED'")).isZero();
	}

	@Test
	void leavesEnoughPendingForSeveralGroups() {
		this.demo.run(NONE);
		long before = this.database.count("feedback_group");

		assertThat(this.jobs.run(new JobName("assign-groups"))).isPresent();

		assertThat(this.database.count("feedback_group") - before).isEqualTo(4);
		assertThat(this.database.count("feedback_request WHERE feedback_group_id IS NULL")).isZero();
	}

	@Test
	void hasTheIdsOfTheTour() throws IOException {
		String tour = new ClassPathResource("graphiql-tour/tour.js").getContentAsString(StandardCharsets.UTF_8);
		List<Long> responses = numbers("feedbackResponseId: ([0-9]+)", tour);
		this.demo.run(NONE);

		assertThat(responses).containsExactly(responseId("responder.email = :ada AND response.submitted_at IS NULL"),
				responseId("owner.email = :ada AND response.submitted_at IS NOT NULL AND response.rating IS NULL"),
				responseId("responder.email = :ada AND unread.id IS NOT NULL"),
				responseId("responder.email = :ada AND unread.id IS NOT NULL"));
		assertThat(numbers("replyIds: \\[([0-9]+)]", tour))
			.containsExactly(this.database.single(Long.class, "SELECT id FROM feedback_reply WHERE read_at IS NULL"));
	}

	private static List<Long> numbers(String pattern, String text) {
		return Pattern.compile(pattern).matcher(text).results().map((found) -> Long.valueOf(found.group(1))).toList();
	}

	private Long responseId(String condition) {
		return this.database.single(Long.class, """
				SELECT min(response.id) FROM feedback_response AS response
				JOIN account AS responder ON responder.id = response.responder_id
				JOIN account AS owner ON owner.id = response.owner_id
				LEFT JOIN feedback_reply AS unread
					ON unread.feedback_response_id = response.id AND unread.read_at IS NULL
				WHERE %s""".formatted(condition.replace(":ada", "'ada@demo.howsmytrack.com'")));
	}

	@Test
	void releasesAllResponsesAndReplies() {
		this.demo.run(NONE);

		assertThat(this.database.count("feedback_response WHERE released_at IS DISTINCT FROM submitted_at")).isZero();
		assertThat(this.database.count("feedback_reply WHERE released_at IS DISTINCT FROM created_at")).isZero();
	}

	@Test
	void hasNoticesAndSendsNoneAgain() {
		this.demo.run(NONE);
		long notices = this.database.count("notice");
		assertThat(this.database.list(String.class, "SELECT DISTINCT kind FROM notice")).contains("feedback-readable",
				"reply-waiting");
		assertThat(this.database.count("""
				notice JOIN account ON account.id = account_id AND account.email = 'ada@demo.howsmytrack.com'
				WHERE read_at IS NULL""")).as("of Ada").isPositive();
		assertThat(this.database.count("notice WHERE created_at > now()")).isZero();

		this.jobs.run(new JobName("send-notices"));

		assertThat(this.database.count("notice")).isEqualTo(notices);
		assertThat(this.database.count("outgoing_mail WHERE state = 'QUEUED'")).isZero();
	}

	@Test
	void givesEachReplyItsReader() {
		this.demo.run(NONE);

		assertThat(this.database.count("feedback_reply AS reply JOIN feedback_response AS response "
				+ "ON response.id = reply.feedback_response_id WHERE reply.reader_id = CASE WHEN reply.from_owner "
				+ "THEN response.responder_id ELSE response.owner_id END AND reply.created_at < now()"))
			.isEqualTo(this.database.count("feedback_reply"))
			.isEqualTo(DemoStory.read()
				.groups()
				.stream()
				.flatMap((group) -> group.forms().stream())
				.filter(DemoForm::isSubmitted)
				.mapToLong((form) -> form.response().replies().size())
				.sum());
	}

}
