package com.howsmytrack.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import com.howsmytrack.persistence.Timestamps;
import com.howsmytrack.track.Genre;
import com.howsmytrack.track.TrackLink;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/// Inserts the rows of the story, with times before `now`. All responses and replies are released and announced. Members
/// are identified by their addresses and requests by group and owner, so that only the ids of groups must be known.
final class DemoRows {

	private static final int SEED = 20;

	private final NamedParameterJdbcTemplate jdbc;

	private final Instant now;

	private final Random random = new Random(SEED);

	DemoRows(NamedParameterJdbcTemplate jdbc, Instant now) {
		this.jdbc = jdbc;
		this.now = now;
	}

	void insertAccounts(List<DemoMember> members, String passwordHash) {
		insertAll("""
				INSERT INTO account (email, email_verified_at, password_hash, operator, created_at)
				VALUES (:address, :createdAt, :passwordHash, :operator, :createdAt)""",
				members.stream()
					.map((member) -> row().addValue("address", member.address())
						.addValue("passwordHash", passwordHash)
						.addValue("operator", member.operator())
						.addValue("createdAt", Timestamps.utc(member.joinedAt(this.now))))
					.toList());
		insertAll("""
				INSERT INTO mail_preference (account_id, kind, enabled)
				SELECT id, 'reminder', false FROM account WHERE email = :address""",
				members.stream()
					.filter(DemoMember::remindersOff)
					.map((member) -> row().addValue("address", member.address()))
					.toList());
	}

	void insertPending(List<DemoRequest> requests) {
		insertRequests(null, requests, this.now);
	}

	void insertGroup(DemoGroup group) {
		long id = nextGroupId();
		Instant formedAt = group.formedAt(this.now);
		insertAll("""
				INSERT INTO feedback_group (id, name, created_at, genres) OVERRIDING SYSTEM VALUE
				VALUES (:id, :name, :createdAt, string_to_array(:genres, ','))""",
				List.of(row().addValue("id", id)
					.addValue("name", group.name(id))
					.addValue("createdAt", Timestamps.utc(formedAt))
					.addValue("genres", group.genres().stream().map(Genre::name).collect(Collectors.joining(",")))));
		insertRequests(id, group.requests(), formedAt);
		insertReminders(id);
		insertForms(id, group, formedAt);
		group.forms().forEach((form) -> insertReplies(id, form, formedAt));
	}

	/// The id is needed before the insert, because the name contains it.
	private long nextGroupId() {
		Long id = this.jdbc.queryForObject("SELECT nextval(pg_get_serial_sequence('feedback_group', 'id'))", Map.of(),
				Long.class);
		if (id == null) {
			throw new IllegalStateException("The sequence of groups has no next id");
		}
		return id;
	}

	/// Random like all ids of responses and replies, but the same in each demo, because
	/// the tour of GraphiQL contains some of them.
	private int nextRandomId() {
		return this.random.nextInt(1, Integer.MAX_VALUE);
	}

	private void insertRequests(@Nullable Long group, List<DemoRequest> requests, Instant endOfWait) {
		insertAll(
				"""
						INSERT INTO feedback_request (account_id, media_url, media_type, track_key, genre,
							feedback_prompt, email_when_grouped, feedback_group_id, created_at)
						SELECT id, :url, :mediaType, :trackKey, :genre, :prompt, :emailWhenGrouped, CAST(:group AS bigint), :createdAt
						FROM account WHERE email = :owner""",
				requests.stream()
					.map((request) -> trackColumns(request.track())
						.addValue("owner", DemoMember.addressOf(request.owner()))
						.addValue("genre", request.genre().name())
						.addValue("prompt", request.prompt())
						.addValue("emailWhenGrouped", request.emailWhenGrouped())
						.addValue("group", group)
						.addValue("createdAt", Timestamps.utc(request.createdAt(endOfWait))))
					.toList());
	}

	private static MapSqlParameterSource trackColumns(@Nullable TrackLink track) {
		return row().addValue("url", (track != null) ? track.url() : null)
			.addValue("mediaType", (track != null) ? track.source().name() : null)
			.addValue("trackKey", (track != null) ? track.key() : null);
	}

	private void insertReminders(long group) {
		this.jdbc.update("""
				INSERT INTO group_reminder (feedback_request_id)
				SELECT id FROM feedback_request WHERE feedback_group_id = :group AND email_when_grouped""",
				Map.of("group", group));
	}

	private void insertForms(long id, DemoGroup group, Instant formedAt) {
		insertAll("""
				INSERT INTO feedback_response (id, feedback_request_id, owner_id, responder_id,
					feedback, allow_replies, submitted_at, released_at, announced_at, rating, rated_at)
				SELECT :id, request.id, request.account_id, responder.id, :feedback, :allowReplies,
					CAST(:submittedAt AS timestamptz), CAST(:submittedAt AS timestamptz),
					CAST(:submittedAt AS timestamptz), CAST(:rating AS smallint), CAST(:ratedAt AS timestamptz)
				FROM feedback_request AS request
				JOIN account AS owner ON owner.id = request.account_id AND owner.email = :owner
				JOIN account AS responder ON responder.email = :responder
				WHERE request.feedback_group_id = :group""",
				group.forms()
					.stream()
					.map((form) -> responseColumns(form.response(), formedAt).addValue("id", nextRandomId())
						.addValue("ratedAt", Timestamps.utcOrNull(group.ratedAt(form, this.now)))
						.addValue("group", id)
						.addValue("owner", DemoMember.addressOf(form.owner()))
						.addValue("responder", DemoMember.addressOf(form.responder())))
					.toList());
	}

	private void insertReplies(long group, DemoForm form, Instant formedAt) {
		DemoResponse response = form.response();
		if (response == null) {
			return;
		}
		Instant submittedAt = response.submittedAt(formedAt);
		insertAll("""
				INSERT INTO feedback_reply (id, feedback_response_id, from_owner, reader_id, text, allow_replies,
					created_at, released_at, announced_at, read_at)
				SELECT :id, response.id, :byOwner,
					CASE WHEN :byOwner THEN response.responder_id ELSE response.owner_id END,
					:text, :allowReplies, :createdAt, :createdAt, :createdAt, CAST(:readAt AS timestamptz)
				FROM feedback_response AS response
				JOIN feedback_request AS request ON request.id = response.feedback_request_id
				JOIN account AS owner ON owner.id = response.owner_id AND owner.email = :owner
				JOIN account AS responder ON responder.id = response.responder_id AND responder.email = :responder
				WHERE request.feedback_group_id = :group""",
				response.replies()
					.stream()
					.map((reply) -> row().addValue("id", nextRandomId())
						.addValue("byOwner", reply.byOwner())
						.addValue("text", reply.text())
						.addValue("allowReplies", !reply.closing())
						.addValue("createdAt", Timestamps.utc(reply.writtenAt(submittedAt)))
						.addValue("readAt", reply.read() ? Timestamps.utc(reply.writtenAt(submittedAt)) : null)
						.addValue("group", group)
						.addValue("owner", DemoMember.addressOf(form.owner()))
						.addValue("responder", DemoMember.addressOf(form.responder())))
					.toList());
	}

	private static MapSqlParameterSource responseColumns(@Nullable DemoResponse response, Instant formedAt) {
		if (response == null) {
			return row().addValue("feedback", null)
				.addValue("allowReplies", false)
				.addValue("submittedAt", null)
				.addValue("rating", null);
		}
		return row().addValue("feedback", response.feedback())
			.addValue("allowReplies", response.allowReplies())
			.addValue("submittedAt", Timestamps.utc(response.submittedAt(formedAt)))
			.addValue("rating", response.rating());
	}

	/// Fails if a statement inserts no row, because then the story contains an unknown
	/// name.
	private void insertAll(String sql, List<MapSqlParameterSource> rows) {
		for (int inserted : this.jdbc.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new))) {
			if (inserted != 1) {
				throw new IllegalStateException("A row of the demo data inserted " + inserted + " rows: " + sql);
			}
		}
	}

	private static MapSqlParameterSource row() {
		return new MapSqlParameterSource();
	}

}
