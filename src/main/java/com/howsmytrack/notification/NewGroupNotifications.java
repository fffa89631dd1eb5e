package com.howsmytrack.notification;

import java.util.Map;

import com.howsmytrack.account.MailRecipients;
import com.howsmytrack.account.MailRecipients.RecipientTable;
import com.howsmytrack.feedback.GroupsFormed;
import com.howsmytrack.feedback.RequestJoinedGroup;
import com.howsmytrack.mail.Outbox;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Queues the mails about new groups and creates the reminders of their members, in the transaction that forms the
/// groups: either both the groups and the mails are committed, or neither.
///
/// One statement for each batch of an assignment run reads the tables of `feedback` directly: a call per
/// member would be one statement for each of up to a hundred thousand members.
@Component
class NewGroupNotifications {

	private final Outbox outbox;

	private final MailRecipients recipients;

	private final JdbcClient jdbc;

	NewGroupNotifications(Outbox outbox, MailRecipients recipients, JdbcClient jdbc) {
		this.outbox = outbox;
		this.recipients = recipients;
		this.jdbc = jdbc;
	}

	/// Selects by the ids of the requests. The statistics of the planner do not cover
	/// rows that the running transaction has written: for a range of group ids,
	/// PostgreSQL would scan the whole table.
	///
	/// A request that an operator had moved back to pending keeps its reminder.
	@EventListener
	void on(GroupsFormed event) {
		RecipientTable recipient = this.recipients.tableOf(NewGroupMail.KIND);
		this.outbox.addAll(NewGroupMail.KIND, recipient.followedBy("""
				grouped AS (
					SELECT request.id AS request_id, recipient.account_id, recipient.email,
						jsonb_build_object('groupId', formed.id, 'groupName', formed.name,
							'trackless', request.media_type IS NULL) AS facts
					FROM feedback_request AS request
					JOIN feedback_group AS formed ON formed.id = request.feedback_group_id
					LEFT JOIN recipient ON recipient.account_id = request.account_id
					WHERE request.id = ANY (:requests) AND request.email_when_grouped
				), reminder AS (
					INSERT INTO group_reminder (feedback_request_id) SELECT request_id FROM grouped
					ON CONFLICT (feedback_request_id) DO NOTHING
				), mail (account_id, recipient, facts) AS (
					SELECT account_id, email, facts FROM grouped WHERE account_id IS NOT NULL
				)"""), recipient.parametersAnd(Map.of("requests", event.requests().toArray(Long[]::new))));
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
