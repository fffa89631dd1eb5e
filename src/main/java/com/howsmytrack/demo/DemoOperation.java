package com.howsmytrack.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/// Inserts what the operator of the demo finds beside the story: the runs of the nightly jobs, the mails about the last
/// groups, one of which could not be sent, and the audit log. It must run after [DemoRows].
final class DemoOperation {

	private static final int NIGHTS = 14;

	/// As long as sent mails are kept.
	private static final int DAYS_OF_MAILS = 30;

	private static final LocalTime RATINGS = LocalTime.of(2, 0);

	private static final LocalTime REMINDERS = LocalTime.of(2, 15);

	/// The mail about the newest group to this member is not sent.
	private static final String FULL_MAILBOX = DemoMember.addressOf("nia");

	private final NamedParameterJdbcTemplate jdbc;

	private final Instant now;

	DemoOperation(NamedParameterJdbcTemplate jdbc, Instant now) {
		this.jdbc = jdbc;
		this.now = now;
	}

	void insertJobRuns(DemoStory story) {
		LocalDate today = LocalDate.ofInstant(this.now, ZoneOffset.UTC);
		SqlParameterSource[] runs = today.minusDays(NIGHTS)
			.datesUntil(today)
			.flatMap((night) -> List.of(
					run("calculate-user-ratings", night.atTime(RATINGS).atOffset(ZoneOffset.UTC),
							"{\"ratingsChanged\": %d}".formatted(changedRatings(story, night))),
					run("send-group-reminder-emails", night.atTime(REMINDERS).atOffset(ZoneOffset.UTC),
							"{\"remindersQueued\": 0}"),
					run("assign-groups", night.atTime(DemoGroup.ASSIGNMENT_RUN).atOffset(ZoneOffset.UTC),
							counts(groupsOf(story, night))))
				.stream())
			.toArray(SqlParameterSource[]::new);
		this.jdbc.batchUpdate("""
				INSERT INTO job_run (job, started_at, finished_at, outcome, counts)
				VALUES (:job, :startedAt, :finishedAt, 'SUCCEEDED', CAST(:counts AS json))""", runs);
	}

	private static MapSqlParameterSource run(String job, OffsetDateTime startedAt, String counts) {
		return new MapSqlParameterSource("job", job).addValue("startedAt", startedAt)
			.addValue("finishedAt", startedAt.plusSeconds(1))
			.addValue("counts", counts);
	}

	/// The day after the owners of tracks have rated responses, the ratings of their
	/// authors change.
	private long changedRatings(DemoStory story, LocalDate night) {
		Instant from = night.minusDays(1).atTime(RATINGS).toInstant(ZoneOffset.UTC);
		Instant to = night.atTime(RATINGS).toInstant(ZoneOffset.UTC);
		return story.groups().stream().flatMap((group) -> group.forms().stream().filter((form) -> {
			Instant ratedAt = group.ratedAt(form, this.now);
			return ratedAt != null && !ratedAt.isBefore(from) && ratedAt.isBefore(to);
		})).map(DemoForm::responder).distinct().count();
	}

	private List<DemoGroup> groupsOf(DemoStory story, LocalDate night) {
		Instant run = night.atTime(DemoGroup.ASSIGNMENT_RUN).toInstant(ZoneOffset.UTC);
		return story.groups().stream().filter((group) -> group.formedAt(this.now).equals(run)).toList();
	}

	private static String counts(List<DemoGroup> groups) {
		return """
				{"requestsGrouped": %d, "groupsFormed": %d, "formsCreated": %d, "requestsLeftPending": 0, \
				"requestsUnsupported": 0}""".formatted(
				groups.stream().mapToInt((group) -> group.requests().size()).sum(), groups.size(),
				groups.stream().mapToInt((group) -> group.forms().size()).sum());
	}

	/// All of them are finished, so none is sent again.
	void insertMails() {
		this.jdbc.update("""
				INSERT INTO outgoing_mail (kind, account_id, recipient, facts, state, created_at, due_at, failures,
					last_error, finished_at)
				SELECT 'new-group', account.id, account.email,
					jsonb_build_object('groupId', formed.id, 'groupName', formed.name,
						'trackless', request.media_type IS NULL),
					CASE WHEN full_mailbox THEN 'GIVEN_UP' ELSE 'SENT' END, formed.created_at, formed.created_at,
					CASE WHEN full_mailbox THEN 8 ELSE 0 END,
					CASE WHEN full_mailbox THEN '552 5.2.2 The mailbox is full' END,
					formed.created_at + CASE WHEN full_mailbox THEN interval '8 hours' ELSE interval '9 seconds' END
				FROM feedback_request AS request
				JOIN feedback_group AS formed ON formed.id = request.feedback_group_id
				JOIN account ON account.id = request.account_id
				CROSS JOIN LATERAL (SELECT account.email = :full AND formed.id = (SELECT max(id) FROM feedback_group)
					AS full_mailbox) AS delivery
				WHERE request.email_when_grouped AND formed.created_at > :since
				ORDER BY formed.id, request.id""",
				Map.of("full", FULL_MAILBOX, "since", this.now.atOffset(ZoneOffset.UTC).minusDays(DAYS_OF_MAILS)));
	}

	void insertAuditLog() {
		insertEntry("zane", "DISABLE_ACCOUNT", 12,
				"Somebody signed in from three countries in one evening. I have asked the owner.");
		insertEntry("zane", "ENABLE_ACCOUNT", 11,
				"The owner confirmed that the phone was stolen, and has set a new password.");
	}

	private void insertEntry(String member, String action, int daysAgo, String reason) {
		this.jdbc.update("""
				INSERT INTO audit_log (created_at, operator_id, operator_email, action, subject, subject_id, person_id,
					reason)
				SELECT :createdAt, operator.id, operator.email, :action, 'PERSON', person.id, person.id, :reason
				FROM account AS operator, account AS person
				WHERE operator.operator AND person.email = :person""",
				Map.of("createdAt", this.now.atOffset(ZoneOffset.UTC).minusDays(daysAgo), "action", action, "person",
						DemoMember.addressOf(member), "reason", reason));
	}

}
