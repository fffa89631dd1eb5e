package com.howsmytrack.notification;

import java.util.Map;

import com.howsmytrack.account.VerifiedAddresses;
import com.howsmytrack.feedback.GroupsFormed;
import com.howsmytrack.feedback.RequestJoinedGroup;
import com.howsmytrack.mail.Outbox;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Queues the mails about new groups and creates the reminders of their members, in the transaction that forms the
/// groups: either both the groups and the mails are committed, or neither.
///
/// One statement for each batch of an assignment run reads the tables of `feedback` and `account` directly: a call per
/// member would be one statement for each of up to a hundred thousand members.
@Component
class NewGroupNotifications {

	private final Outbox outbox;

	private final VerifiedAddresses verifiedAddresses;

	private final JdbcClient jdbc;

	NewGroupNotifications(Outbox outbox, VerifiedAddresses verifiedAddresses, JdbcClient jdbc) {
		this.outbox = outbox;
		this.verifiedAddresses = verifiedAddresses;
		this.jdbc = jdbc;
	}

	/// Selects by the ids of the requests. The statistics of the planner do not cover
	/// rows that the running transaction has written: for a range of group ids,
	/// PostgreSQL would scan the whole table.
	///
	/// A request that an operator had moved back to pending keeps its reminder.
	@EventListener
	void on(GroupsFormed event) {
		this.outbox.addAll(NewGroupMail.KIND, """
				grouped AS (
					SELECT request.id AS request_id, member.id AS account_id, member.email,
						jsonb_build_object('groupId', formed.id, 'groupName', formed.name,
							'trackless', request.media_type IS NULL) AS facts,
						NOT EXISTS (SELECT FROM mail_preference AS preference
								WHERE preference.account_id = member.id AND preference.kind = :kind
									AND NOT preference.enabled)
							AND (member.email_verified_at IS NOT NULL OR NOT :onlyVerified) AS wants_mail
					FROM feedback_request AS request
					JOIN feedback_group AS formed ON formed.id = request.feedback_group_id
					JOIN account AS member ON member.id = request.account_id
					WHERE request.id = ANY (:requests) AND request.email_when_grouped
				), reminder AS (
					INSERT INTO group_reminder (feedback_request_id) SELECT request_id FROM grouped
					ON CONFLICT (feedback_request_id) DO NOTHING
				), mail (account_id, recipient, facts) AS (
					SELECT account_id, email, facts FROM grouped WHERE wants_mail
				)""", Map.of("onlyVerified", this.verifiedAddresses.areRequired(), "requests",
				event.requests().toArray(Long[]::new)));
	}

	/// Queues no mail about the new group: the operator who moved the request informs its
	/// owner if necessary.
	@EventListener
	void on(RequestJoinedGroup event) {
		this.jdbc.sql("""
				INSERT INTO group_reminder (feedback_request_id)
				SELECT id FROM feedback_request WHERE id = :request AND email_when_grouped
				ON CONFLICT (feedback_request_id) DO NOTHING""").param("request", event.request()).update();
	}

}
