package com.howsmytrack.djangoimport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.DatabaseTest;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/// Imports 10,000 users.
@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class LargeImportTests {

	private static LegacyDatabaseFixture legacy;

	@Autowired
	private Database database;

	@BeforeAll
	static void createLegacyDatabase() {
		legacy = LegacyDatabaseFixture.empty();
		legacy.execute("ten-thousand-users.sql");
	}

	@BeforeEach
	void importRows(@Autowired JdbcConnectionDetails target, @Autowired Clock clock) throws Exception {
		new ImportDjango(target, clock).run(List.of(legacy.url()));
	}

	@Test
	void importsEveryRow(CapturedOutput output) throws IOException {
		SoftAssertions counts = new SoftAssertions();
		comparisons().forEach((comparison) -> {
			long legacyCount = legacy.single(Long.class, comparison[1]);
			counts.assertThat(legacyCount).as("%s before", comparison[0]).isPositive();
			counts.assertThat(this.database.single(Long.class, comparison[2]))
				.as("%s after", comparison[0])
				.isEqualTo(legacyCount - Long.parseLong(comparison[3]));
		});
		counts.assertAll();
		compareReferencesTimesAndTexts();
		assertThat(this.database.count("account")).isEqualTo(10_000);
		assertThat(output).contains("Read 10,000 of 10,000 rows of auth_user")
			.contains("auth_user: 10,000 rows, 10,000 imported into account, 0 not imported")
			.contains("core_feedbackrequest: 21,015 rows, 21,000 imported into feedback_request, 15 not imported");
	}

	private static Stream<String[]> comparisons() throws IOException {
		return new ClassPathResource("djangoimport/comparisons.txt").getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.map((line) -> Stream.of(line.split("\\|")).map(String::strip).toArray(String[]::new));
	}

	private void compareReferencesTimesAndTexts() {
		same("string_agg(concat_ws(',', id, email, date_joined), ';' ORDER BY id) FROM auth_user",
				"string_agg(concat_ws(',', id, email, created_at), ';' ORDER BY id) FROM account");
		same("string_agg(concat_ws(',', user_id, rating), ';' ORDER BY user_id) FROM core_feedbackgroupsuser WHERE rating > 0",
				"string_agg(concat_ws(',', account_id, rating), ';' ORDER BY account_id) FROM member_rating");
		same("string_agg(concat_ws(',', id, name, time_created), ';' ORDER BY id) FROM core_feedbackgroup",
				"string_agg(concat_ws(',', id, name, created_at), ';' ORDER BY id) FROM feedback_group");
		same("""
				string_agg(concat_ws(',', r.id, m.user_id, replace(media_url, 'http:', 'https:'), media_type,
					feedback_prompt, feedback_group_id, time_created), ';' ORDER BY r.id)
				FROM core_feedbackrequest AS r JOIN core_feedbackgroupsuser AS m ON m.id = r.user_id WHERE r.id < 100000""",
				"""
						string_agg(concat_ws(',', id, account_id, media_url, media_type, feedback_prompt, feedback_group_id,
							created_at), ';' ORDER BY id) FROM feedback_request""");
		same("""
				string_agg(concat_ws(',', feedback_request_id, m.user_id, feedback, time_submitted, r.rating, allow_replies),
					';' ORDER BY feedback_request_id, m.user_id)
				FROM core_feedbackresponse AS r JOIN core_feedbackgroupsuser AS m ON m.id = r.user_id WHERE r.id < 100000""",
				"""
						string_agg(concat_ws(',', feedback_request_id, responder_id, feedback, submitted_at, rating,
							allow_replies), ';' ORDER BY feedback_request_id, responder_id) FROM feedback_response""");
		same("""
				string_agg(concat_ws(',', feedback_request_id, m.user_id, text, reply.allow_replies, time_created, time_read),
					';' ORDER BY feedback_request_id, m.user_id, time_created)
				FROM core_feedbackresponsereply AS reply
				JOIN core_feedbackresponse AS r ON r.id = reply.feedback_response_id
				JOIN core_feedbackgroupsuser AS m ON m.id = r.user_id""",
				"""
						string_agg(concat_ws(',', feedback_request_id, responder_id, text, reply.allow_replies, created_at, read_at),
							';' ORDER BY feedback_request_id, responder_id, created_at)
						FROM feedback_reply AS reply JOIN feedback_response AS r ON r.id = reply.feedback_response_id""");
	}

	private void same(String legacyQuery, String query) {
		assertThat(this.database.single(String.class, "SELECT md5((SELECT %s))".formatted(query)))
			.isEqualTo(legacy.single(String.class, "SELECT md5((SELECT %s))".formatted(legacyQuery)));
	}

}
