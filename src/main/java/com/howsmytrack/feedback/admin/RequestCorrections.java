package com.howsmytrack.feedback.admin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.feedback.RequestJoinedGroup;
import com.howsmytrack.graphql.Outcome;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// An operator moves a request to where it should be, or takes it away. All of it is part of the caller's transaction,
/// so that it can be noted there.
///
/// What somebody submitted is theirs and its reader's, and stays. Forms, which nobody has filled, follow the members.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RequestCorrections {

	private final JdbcClient jdbc;

	private final RequestWithdrawal exits;

	private final ApplicationEventPublisher events;

	RequestCorrections(JdbcClient jdbc, RequestWithdrawal exits, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.exits = exits;
		this.events = events;
	}

	/// Puts a request into a group, or back among those that wait for one.
	///
	/// The open forms by its owner and about its track in the group that it leaves go. In
	/// the group that it joins, open forms are made where there is no response yet. What
	/// was submitted on the track moves along, what its owner submitted stays with those
	/// it was written for. A request on which there is feedback cannot wait for a group
	/// again: a night would ask the same people anew.
	/// @param group null for none
	public Outcome<Correction> move(long requestId, @Nullable Long group) {
		Optional<Held> held = hold(requestId);
		if (held.isEmpty()) {
			return Outcome.failed(CorrectionErrors.UNKNOWN_REQUEST);
		}
		Held request = held.get();
		Long owner = request.owner();
		if (owner == null) {
			return Outcome.failed(CorrectionErrors.REQUEST_WITHOUT_OWNER);
		}
		if (Objects.equals(request.group(), group)) {
			return Outcome.failed(CorrectionErrors.REQUEST_ALREADY_THERE);
		}
		return (group != null) ? join(request, owner, group) : goBack(request, owner);
	}

	private Outcome<Correction> join(Held request, long owner, long group) {
		if (!holdGroups(request.group(), group).contains(group)) {
			return Outcome.failed(CorrectionErrors.UNKNOWN_GROUP);
		}
		if (exists("feedback_group_id = :group AND account_id = :owner", Map.of("group", group, "owner", owner))) {
			return Outcome.failed(CorrectionErrors.MEMBER_ALREADY_IN_GROUP);
		}
		int removed = this.exits.ofMoved(request.id(), owner, request.group());
		place(request, group);
		this.events.publishEvent(new RequestJoinedGroup(request.id(), group));
		return Outcome.succeeded(moved(request, owner, group, removed, makeForms(request.id(), group)));
	}

	private Outcome<Correction> goBack(Held request, long owner) {
		if (this.exits.hasFeedback(request.id())) {
			return Outcome.failed(CorrectionErrors.REQUEST_HAS_RESPONSES);
		}
		if (exists("feedback_group_id IS NULL AND account_id = :owner", Map.of("owner", owner))) {
			return Outcome.failed(CorrectionErrors.PENDING_REQUEST_EXISTS);
		}
		if (request.mediaUrl() != null && exists("feedback_group_id IS NULL AND media_url = :mediaUrl",
				Map.of("mediaUrl", request.mediaUrl()))) {
			return Outcome.failed(CorrectionErrors.TRACK_ALREADY_PENDING);
		}
		int removed = this.exits.ofMoved(request.id(), owner, request.group());
		place(request, null);
		return Outcome.succeeded(moved(request, owner, null, removed, 0));
	}

	/// Takes a request away. One that waits for a group is deleted. In a group, all is as
	/// if its owner had left: open forms by them and about their track go, the track, its
	/// prompt and its owner are forgotten, and what was submitted stays with those it was
	/// written for.
	public Outcome<Correction> remove(long requestId) {
		Optional<Held> held = hold(requestId);
		if (held.isEmpty()) {
			return Outcome.failed(CorrectionErrors.UNKNOWN_REQUEST);
		}
		Held request = held.get();
		Long owner = request.owner();
		Long group = request.group();
		if (owner == null) {
			return Outcome.failed(CorrectionErrors.REQUEST_WITHOUT_OWNER);
		}
		Map<String, @Nullable Object> details = new LinkedHashMap<>();
		details.put("group", group);
		if (group == null) {
			this.jdbc.sql("DELETE FROM feedback_request WHERE id = :request").param("request", requestId).update();
		}
		else {
			details.put("formsRemoved", this.exits.ofRemoved(requestId, owner, group));
		}
		return Outcome.succeeded(new Correction(owner, details));
	}

	/// From the night and from its owner, who may be about to delete it.
	private Optional<Held> hold(long requestId) {
		return this.jdbc.sql("""
				SELECT id, account_id, media_url, feedback_group_id FROM feedback_request
				WHERE id = :request FOR UPDATE""").param("request", requestId).query(Held::read).optional();
	}

	/// Of two who move requests into one group at once, the second makes forms for the
	/// first.
	private List<Long> holdGroups(@Nullable Long left, long joined) {
		List<Long> groups = new ArrayList<>(List.of(joined));
		if (left != null) {
			groups.add(left);
		}
		return this.jdbc.sql("SELECT id FROM feedback_group WHERE id = ANY (:groups) ORDER BY id FOR NO KEY UPDATE")
			.param("groups", groups.toArray(Long[]::new))
			.query((row, _) -> row.getLong("id"))
			.list();
	}

	private boolean exists(String condition, Map<String, ?> parameters) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM feedback_request WHERE %s)".formatted(condition))
			.params(parameters)
			.query(Boolean.class)
			.single();
	}

	private void place(Held request, @Nullable Long group) {
		this.jdbc.sql("UPDATE feedback_request SET feedback_group_id = :group WHERE id = :request")
			.param("group", group)
			.param("request", request.id())
			.update();
	}

	/// In random order, as those of a night. Members who left have none.
	private int makeForms(long requestId, long group) {
		return this.jdbc.sql("""
				INSERT INTO feedback_response (feedback_request_id, owner_id, responder_id)
				SELECT track.id, track.account_id, member.account_id
				FROM feedback_request AS track
				JOIN feedback_request AS member
					ON member.feedback_group_id = track.feedback_group_id AND member.id <> track.id
				WHERE track.feedback_group_id = :group AND (track.id = :request OR member.id = :request)
					AND track.media_url IS NOT NULL AND member.account_id IS NOT NULL
				ORDER BY random()
				ON CONFLICT (feedback_request_id, responder_id) DO NOTHING""")
			.param("group", group)
			.param("request", requestId)
			.update();
	}

	private static Correction moved(Held request, long owner, @Nullable Long group, int removed, int made) {
		Map<String, @Nullable Object> details = new LinkedHashMap<>();
		details.put("from", request.group());
		details.put("to", group);
		details.put("formsRemoved", removed);
		details.put("formsMade", made);
		return new Correction(owner, details);
	}

	private record Held(long id, @Nullable Long owner, @Nullable String mediaUrl, @Nullable Long group) {

		static Held read(ResultSet row, int number) throws SQLException {
			return new Held(row.getLong("id"), row.getObject("account_id", Long.class), row.getString("media_url"),
					row.getObject("feedback_group_id", Long.class));
		}

	}

}
