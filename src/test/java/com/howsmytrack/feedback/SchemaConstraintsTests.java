package com.howsmytrack.feedback;

import com.howsmytrack.persistence.ViolatedConstraint;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/// The constraints of the database, tested with SQL that bypasses the application.
@DatabaseTest
class SchemaConstraintsTests {

	@Autowired
	private Database database;

	/// Two members of group 1 with a form about each track. The first member has another
	/// pending request.
	@BeforeEach
	void insertAGroupOfTwoMembers() {
		this.database.update("INSERT INTO account (email, password_hash, created_at) "
				+ "VALUES ('ada@example.com', '', now()), ('bo@example.com', '', now())");
		this.database.update("INSERT INTO feedback_group (name, created_at) VALUES ('', now())");
		this.database.update("""
				INSERT INTO feedback_request (account_id, feedback_group_id, media_url, media_type, genre,
					email_when_grouped, created_at)
				VALUES (1, 1, 'https://soundcloud.com/ada/1', 'SOUNDCLOUD', 'POP', false, now()),
					(2, 1, 'https://soundcloud.com/bo/1', 'SOUNDCLOUD', 'POP', false, now()),
					(1, NULL, 'https://soundcloud.com/ada/2', 'SOUNDCLOUD', 'POP', false, now())""");
		this.database.update("INSERT INTO feedback_response (feedback_request_id, owner_id, responder_id) "
				+ "VALUES (1, 1, 2), (2, 2, 1)");
		this.database
			.update("""
					INSERT INTO release (source, external_id, name, artist_credit, released_at, date_precision, url, genres,
						first_seen_at, last_seen_at, changed_at)
					VALUES ('SPOTIFY', '1', '', '', now(), 'DAY', 'https://open.spotify.com/album/1', '{}', now(), now(), now())""");
		this.database.update("INSERT INTO reference_release (request_id, release_id, position) VALUES (1, 1, 1)");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					account_email_key | INSERT INTO account (email, password_hash, created_at) VALUES ('ADA@example.com', '', now())
					account_email_key | INSERT INTO account (email, password_hash, created_at, imported_twin) VALUES ('Bo@example.com', '', now(), true), ('Bo@example.com', '', now(), true)
					feedback_request_one_pending_per_account | INSERT INTO feedback_request (account_id, genre, email_when_grouped, created_at) VALUES (1, 'POP', false, now())
					feedback_request_one_pending_per_track | INSERT INTO feedback_request (account_id, media_url, media_type, genre, email_when_grouped, created_at) VALUES (2, 'https://soundcloud.com/ada/2', 'SOUNDCLOUD', 'POP', false, now())
					feedback_request_one_per_group_and_account | UPDATE feedback_request SET feedback_group_id = 1 WHERE id = 3
					feedback_request_media_type_with_url | UPDATE feedback_request SET media_url = NULL
					feedback_request_feedback_prompt_check | UPDATE feedback_request SET feedback_prompt = repeat('x', 10001)
					feedback_request_genre_check | UPDATE feedback_request SET genre = 'POLKA'
					feedback_response_one_per_request_and_responder | INSERT INTO feedback_response (feedback_request_id, owner_id, responder_id) VALUES (1, 1, 2)
					feedback_response_not_about_own_track | INSERT INTO feedback_response (feedback_request_id, owner_id, responder_id) VALUES (3, 1, 1)
					feedback_response_request_fkey | INSERT INTO feedback_response (feedback_request_id, owner_id, responder_id) VALUES (3, 2, 1)
					feedback_response_submitted_with_text_and_time | UPDATE feedback_response SET submitted_at = now()
					feedback_response_submitted_with_text_and_time | UPDATE feedback_response SET feedback = 'Fine.'
					feedback_response_feedback_check | UPDATE feedback_response SET feedback = '', submitted_at = now()
					feedback_response_feedback_check | UPDATE feedback_response SET feedback = repeat('x', 20001), submitted_at = now()
					feedback_response_released_once_submitted | UPDATE feedback_response SET released_at = now()
					feedback_response_rated_once_submitted | UPDATE feedback_response SET rating = 3
					feedback_response_rating_check | UPDATE feedback_response SET feedback = 'Fine.', submitted_at = now(), rating = 6
					feedback_response_rating_check | UPDATE feedback_response SET feedback = 'Fine.', submitted_at = now(), rating = 0
					feedback_response_replies_once_submitted | UPDATE feedback_response SET allow_replies = true
					feedback_request_feedback_group_id_fkey | DELETE FROM feedback_group
					feedback_request_pending_has_owner | DELETE FROM account WHERE id = 1
					feedback_request_media_type_with_url | UPDATE feedback_request SET media_url = NULL WHERE id = 1
					feedback_response_form_has_both_sides | UPDATE feedback_response SET responder_id = NULL
					feedback_reply_closes_once | INSERT INTO feedback_reply (feedback_response_id, from_owner, text, allow_replies, created_at) VALUES (1, true, 'No.', false, now()), (1, true, 'No.', false, now())
					feedback_reply_text_check | INSERT INTO feedback_reply (feedback_response_id, from_owner, text, allow_replies, created_at) VALUES (1, true, '', true, now())
					feedback_reply_text_check | INSERT INTO feedback_reply (feedback_response_id, from_owner, text, allow_replies, created_at) VALUES (1, true, repeat('x', 10001), true, now())
					reference_release_position_check | INSERT INTO reference_release (request_id, release_id, position) VALUES (1, 1, 4)
					reference_release_once | INSERT INTO reference_release (request_id, release_id, position) VALUES (1, 1, 2)
					reference_release_pkey | INSERT INTO reference_release (request_id, release_id, position) VALUES (1, 2, 1)
					reference_release_release_id_fkey | DELETE FROM release
					outgoing_mail_finished_unless_queued | INSERT INTO outgoing_mail (kind, recipient, created_at, due_at, state) VALUES ('reminder', 'a@example.com', now(), now(), 'SENT')
					outgoing_mail_state_check | INSERT INTO outgoing_mail (kind, recipient, created_at, due_at, finished_at, state) VALUES ('reminder', 'a@example.com', now(), now(), now(), 'LOST')
					mailed_link_token_hash_check | INSERT INTO mailed_link (token_hash, purpose, account_id, address, expires_at) VALUES ('x', 'NEW_PASSWORD', 1, 'a@example.com', now())
					mailed_link_purpose_check | INSERT INTO mailed_link (token_hash, purpose, account_id, address, expires_at) VALUES (sha256('x'), 'OTHER', 1, 'a@example.com', now())
					job_run_finished_unless_running | INSERT INTO job_run (job, started_at, outcome) VALUES ('assign-groups', now(), 'FAILED')
					""")
	void rejectInvalidRows(String constraint, String statement) {
		DataIntegrityViolationException violation = catchThrowableOfType(DataIntegrityViolationException.class,
				() -> this.database.update(statement));

		assertThat(violation).as(statement).isNotNull();
		assertThat(ViolatedConstraint.in(violation)).contains(constraint);
	}

	@Test
	void deletesTheFormsAboutADeletedRequest() {
		this.database.update("DELETE FROM feedback_request WHERE id = 1");

		assertThat(this.database.list(Integer.class, "SELECT feedback_request_id FROM feedback_response"))
			.containsExactly(2);
	}

}
