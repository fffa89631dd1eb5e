package com.howsmytrack.notification;

import java.util.Map;

import com.howsmytrack.account.VerifiedAddresses;
import com.howsmytrack.feedback.RequestsGrouped;
import com.howsmytrack.mail.Outbox;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Writes to the members of new groups who asked for it, in the night's own transaction: either the groups exist
/// and the letters are queued, or neither.
@Component
class NewGroupNotifications {

	private final Outbox outbox;

	private final VerifiedAddresses verifiedAddresses;

	NewGroupNotifications(Outbox outbox, VerifiedAddresses verifiedAddresses) {
		this.outbox = outbox;
		this.verifiedAddresses = verifiedAddresses;
	}

	/// By the ids of the requests: about tables that change all night, the database's
	/// statistics know nothing, and a range of groups would be read from end to end.
	@EventListener
	void postLetters(RequestsGrouped grouped) {
		this.outbox.addAll(NewGroupMail.KIND, """
				mail (account_id, recipient, facts) AS (
					SELECT member.id, member.email, jsonb_build_object('groupId', formed.id,
						'groupName', formed.name, 'trackless', request.media_type IS NULL)
					FROM feedback_request AS request
					JOIN feedback_group AS formed ON formed.id = request.feedback_group_id
					JOIN account AS member ON member.id = request.account_id
					WHERE request.id = ANY (:requests)
						AND request.email_when_grouped AND member.send_group_emails
						AND (member.email_verified_at IS NOT NULL OR NOT :onlyVerified)
				)""", Map.of("onlyVerified", this.verifiedAddresses.areRequired(), "requests",
				grouped.requests().toArray(Long[]::new)));
	}

}
