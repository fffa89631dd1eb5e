package com.howsmytrack.feedback.admin;

import java.util.List;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.QueryPlans;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Operators search for a part of a text. Ada and Bo are in a group and have replied to each other.
@WholeApplication
class SearchTests {

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	@Autowired
	private QueryPlans plans;

	private AdminApi admin;

	@BeforeEach
	void adaAndBoAreAGroup() {
		this.admin = AdminApi.open(this.api, this.database);
		this.scenario.groupWithReplies();
	}

	@Test
	void findsAPartOfAText() {
		assertThat(this.admin.all("allResponses", "(text: \"MORE bass\")", "feedback")).containsExactly("More bass.");
		assertThat(this.admin.all("allReplies", "(text: \"twice\")", "text")).containsExactly("Twice as much.");
		assertThat(this.admin.all("allReplies", "(text: \"much\", groupId: \"1\")", "text")).hasSize(2);
		assertThat(this.admin.all("allReplies", "(text: \"much\", groupId: \"2\")", "text")).isEmpty();
		assertThat(this.admin.all("allGroups", "(name: \"group #1 - j\")", "id")).containsExactly("1");
		assertThat(this.admin.all("allRequests", "(text: \"%s\")".formatted(FeedbackScenario.track("bo")), "mediaUrl"))
			.containsExactly(FeedbackScenario.track("bo"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "OÙ EST", "ГРОМЧЕ", "音楽制" })
	void findsTextsInEachScript(String text) {
		this.database.update("UPDATE feedback_request SET feedback_prompt = 'Où est... Громче? 音楽制作' WHERE id = ?",
				this.admin.request("ada"));

		assertThat(this.admin.all("allRequests", "(text: \"%s\")".formatted(text), "personEmail"))
			.containsExactly("ada@example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "More%", "%More", "More_bass", "More bass\\\\.", "bass.%", "'; DROP TABLE account; --" })
	void takesEachCharacterAsItIs(String text) {
		assertThat(this.admin.all("allResponses", "(text: \"%s\")".formatted(text), "id")).isEmpty();
	}

	@Test
	void findsTheCharactersOfPatterns() {
		this.database.update("UPDATE feedback_reply SET text = 'Cut 100% of C:\\bass_loop' WHERE NOT allow_replies");

		for (String text : List.of("100%", "C:\\\\bass_", "bass_loop", "ut 100% of C:\\\\b")) {
			assertThat(this.admin.all("allReplies", "(text: \"%s\")".formatted(text), "id")).as(text).hasSize(1);
		}
		assertThat(this.admin.all("allReplies", "(text: \"bassXloop\")", "id")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ab", "   ", "%%%", "___", "a b c d", "abc\\u0000" })
	void rejectsATextThatNoIndexFinds(String text) {
		for (String search : List.of("allResponses(text:", "allReplies(text:", "allRequests(text:",
				"allGroups(name:")) {
			assertThat(this.admin.run("{ %s \"%s\") { edges { cursor } } }".formatted(search, text)).errorMessages())
				.as(search)
				.containsExactly("Search for a text with at least 3 letters or digits in a row.");
		}
	}

	@Test
	void rejectsALongText() {
		assertThat(this.admin.all("allReplies", "(text: \"%s\")".formatted("a".repeat(200)), "id")).isEmpty();
		assertThat(this.admin.run("{ allReplies(text: \"%s\") { edges { cursor } } }".formatted("a".repeat(201)))
			.errorMessages()).containsExactly("Search for at most 200 characters.");
	}

	/// A word in few of many texts is found by its trigrams, and one in most texts by
	/// reading the newest ones.
	@Test
	void usesTheTrigramsOfRareWordsOnly() {
		this.database
			.update("""
					INSERT INTO feedback_response (id, feedback_request_id, owner_id, feedback, submitted_at)
					SELECT number, request.id, request.account_id, 'The kick is fine, number ' || number, now()
					FROM generate_series(1, 5000) AS number, (SELECT id, account_id FROM feedback_request LIMIT 1) AS request""");
		this.database.update("ANALYZE feedback_response");

		assertThat(indexesOfSearch("number 4711")).contains("feedback_response_trigrams");
		assertThat(indexesOfSearch("kick")).isNotEmpty().doesNotContain("feedback_response_trigrams");
	}

	private List<String> indexesOfSearch(String text) {
		return this.plans
			.indexes(() -> this.admin.run("{ allResponses(text: \"%s\") { edges { node { id } } } }".formatted(text))
				.hasNoErrors());
	}

}
