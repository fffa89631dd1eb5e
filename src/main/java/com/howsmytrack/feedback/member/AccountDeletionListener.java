package com.howsmytrack.feedback.member;

import java.util.List;
import java.util.Set;

import com.howsmytrack.account.AccountDeleted;
import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.NotificationsChanged;
import com.howsmytrack.releases.ReferenceReleases;
import com.howsmytrack.track.TrackLookups;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Anonymizes the feedback of a member who deletes the account. Submitted responses and replies stay, without their
/// writer; forms by the member and forms about the member's tracks are deleted.
///
/// Conversations below responses on the member's tracks are closed; the missing URL already shows that the owner has
/// deleted the account. Conversations below the member's own responses stay open. If they were closed when a member
/// leaves, the others could conclude who wrote the responses.
///
/// The pending request is deleted first. If an assignment run has locked it, this transaction waits for the run before
/// it holds a lock for which the run could wait, so that no deadlock is possible.
@Component
class AccountDeletionListener {

	/// Responses and forms by the member and about the member's tracks. It is a union,
	/// because an `OR` would read the whole table.
	private static final String RESPONSES = """
			SELECT id FROM feedback_response WHERE responder_id = :member
			UNION
			SELECT response.id FROM feedback_request AS request
			JOIN feedback_response AS response ON response.feedback_request_id = request.id
			WHERE request.account_id = :member""";

	private final JdbcClient jdbc;

	private final TrackLookups lookups;

	private final ReferenceReleases references;

	private final ApplicationEventPublisher events;

	AccountDeletionListener(JdbcClient jdbc, TrackLookups lookups, ReferenceReleases references,
			ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.lookups = lookups;
		this.references = references;
		this.events = events;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(AccountDeleted event) {
		long member = event.account().value();
		List<Link> links = linksOf(member);
		forMember(member, "DELETE FROM feedback_request WHERE account_id = :member AND feedback_group_id IS NULL");
		lockResponses(member);
		deleteForms(member);
		forMember(member, """
				UPDATE feedback_response SET allow_replies = false
				WHERE allow_replies AND feedback_request_id IN
					(SELECT id FROM feedback_request WHERE account_id = :member)""");
		this.references.removeAll(requestsOf(member));
		// The media type stays: the request still counts as a member with a track in its
		// group.
		forMember(member, """
				UPDATE feedback_request
				SET account_id = NULL, media_url = NULL, track_key = NULL, redirect_token = NULL,
					feedback_prompt = NULL, email_when_grouped = false
				WHERE account_id = :member""");
		this.lookups.forget(event.account(), links.stream().map(Link::key).toList(),
				links.stream().map(Link::url).toList());
	}

	private List<Long> requestsOf(long member) {
		return this.jdbc.sql("SELECT id FROM feedback_request WHERE account_id = :member")
			.param("member", member)
			.query((row, _) -> row.getLong("id"))
			.list();
	}

	private List<Link> linksOf(long member) {
		return this.jdbc.sql(
				"SELECT track_key, media_url FROM feedback_request WHERE account_id = :member AND track_key IS NOT NULL")
			.param("member", member)
			.query((row, _) -> new Link(row.getString("track_key"), row.getString("media_url")))
			.list();
	}

	/// Locks in the order of ids, so that two members of a group who delete their
	/// accounts at the same time do not deadlock.
	private void lockResponses(long member) {
		this.jdbc.sql("""
				SELECT id FROM feedback_response WHERE id IN (%s) ORDER BY id FOR UPDATE""".formatted(RESPONSES))
			.param("member", member)
			.query(Long.class)
			.list();
	}

	/// The other members no longer have to submit forms about the member's tracks.
	private void deleteForms(long member) {
		Set<AccountId> responders = this.jdbc
			.sql("DELETE FROM feedback_response WHERE submitted_at IS NULL AND id IN (%s) RETURNING responder_id"
				.formatted(RESPONSES))
			.param("member", member)
			.query((row, _) -> new AccountId(row.getLong("responder_id")))
			.set();
		this.events.publishEvent(new NotificationsChanged(responders));
	}

	private void forMember(long member, String statement) {
		this.jdbc.sql(statement).param("member", member).update();
	}

	/// A link that the member has named.
	private record Link(String key, String url) {
	}

}
