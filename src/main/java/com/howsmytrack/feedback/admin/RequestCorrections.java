package com.howsmytrack.feedback.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.NotificationsChanged;
import com.howsmytrack.feedback.RequestJoinedGroup;
import com.howsmytrack.feedback.group.MissingForms;
import com.howsmytrack.graphql.Outcome;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.releases.ReferenceReleases;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Moves a request to another group or removes it, on behalf of an operator. It takes part in the caller's transaction,
/// so that the audit log records the correction in the same transaction.
///
/// Submitted responses are kept, because they belong to their responders and readers. Forms follow the members.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestCorrections {

	private final CorrectedRequests requests;

	private final JdbcClient jdbc;

	private final MoveRules rules;

	private final RequestWithdrawal withdrawal;

	private final MissingForms missingForms;

	private final ReferenceReleases references;

	private final ApplicationEventPublisher events;

	RequestCorrections(CorrectedRequests requests, JdbcClient jdbc, MoveRules rules, RequestWithdrawal withdrawal,
			MissingForms missingForms, ReferenceReleases references, ApplicationEventPublisher events) {
		this.requests = requests;
		this.jdbc = jdbc;
		this.rules = rules;
		this.withdrawal = withdrawal;
		this.missingForms = missingForms;
		this.references = references;
		this.events = events;
	}

	/// Moves a request into a group, or makes it pending again.
	///
	/// In the group that the request leaves, the forms of its owner and the forms about
	/// its track are deleted. In the group that it joins, missing forms are created.
	/// Submitted responses stay visible to both sides. [MoveRules] says which moves are
	/// not possible.
	/// @param group null makes the request pending
	Outcome<Correction> move(long requestId, @Nullable Long group) {
		Optional<CorrectedRequest> found = this.requests.findLocked(requestId);
		if (found.isEmpty()) {
			return Outcome.failed(CorrectionErrors.UNKNOWN_REQUEST);
		}
		CorrectedRequest request = found.get();
		Long owner = request.owner();
		if (owner == null) {
			return Outcome.failed(CorrectionErrors.REQUEST_WITHOUT_OWNER);
		}
		Long oldGroup = request.group();
		if (group == null) {
			return (oldGroup == null) ? Outcome.failed(CorrectionErrors.REQUEST_ALREADY_THERE)
					: makePending(request, owner, oldGroup);
		}
		return group.equals(oldGroup) ? Outcome.failed(CorrectionErrors.REQUEST_ALREADY_THERE)
				: join(request, owner, oldGroup, group);
	}

	private Outcome<Correction> join(CorrectedRequest request, long owner, @Nullable Long oldGroup, long group) {
		if (!lockGroups(oldGroup, group).contains(group)) {
			return Outcome.failed(CorrectionErrors.UNKNOWN_GROUP);
		}
		if (exists("feedback_group_id = :group AND account_id = :owner", Map.of("group", group, "owner", owner))) {
			return Outcome.failed(CorrectionErrors.MEMBER_ALREADY_IN_GROUP);
		}
		Optional<UserError> error = this.rules.whyNotJoin(request, group);
		if (error.isPresent()) {
			return Outcome.failed(error.get());
		}
		return (oldGroup != null) ? leaveAndJoin(request, owner, oldGroup, group)
				: joined(request, owner, null, group, 0);
	}

	private Outcome<Correction> leaveAndJoin(CorrectedRequest request, long owner, long oldGroup, long group) {
		this.withdrawal.lock(request.id(), owner, oldGroup);
		Optional<UserError> error = this.rules.whyNotLeave(request, oldGroup)
			.or(() -> this.rules.whyNotKeepFeedback(request, owner, oldGroup));
		return error.<Outcome<Correction>>map(Outcome::failed)
			.orElseGet(() -> joined(request, owner, oldGroup, group,
					this.withdrawal.withdrawMoved(request.id(), owner, oldGroup)));
	}

	private Outcome<Correction> joined(CorrectedRequest request, long owner, @Nullable Long oldGroup, long group,
			int formsDeleted) {
		publishNotificationsChanged(owner, oldGroup, group);
		request.moveTo(group);
		this.requests.saveAndFlush(request);
		this.withdrawal.clearSeparation(request.id());
		this.events.publishEvent(new RequestJoinedGroup(request.id(), group));
		return Outcome
			.succeeded(moved(owner, oldGroup, group, formsDeleted, this.missingForms.createFor(List.of(request.id()))));
	}

	private Outcome<Correction> makePending(CorrectedRequest request, long owner, long oldGroup) {
		lockGroups(null, oldGroup);
		this.withdrawal.lock(request.id(), owner, oldGroup);
		Optional<UserError> error = this.rules.whyNotPending(request, owner, oldGroup)
			.or(() -> whyNotSecondPending(request, owner))
			.or(() -> this.rules.whyNotLeave(request, oldGroup));
		if (error.isPresent()) {
			return Outcome.failed(error.get());
		}
		publishNotificationsChanged(owner, oldGroup, null);
		int deleted = this.withdrawal.withdrawMoved(request.id(), owner, oldGroup);
		request.moveTo(null);
		this.requests.saveAndFlush(request);
		return Outcome.succeeded(moved(owner, oldGroup, null, deleted, 0));
	}

	private Optional<UserError> whyNotSecondPending(CorrectedRequest request, long owner) {
		if (exists("feedback_group_id IS NULL AND account_id = :owner", Map.of("owner", owner))) {
			return Optional.of(CorrectionErrors.PENDING_REQUEST_EXISTS);
		}
		if (request.trackIdentity() != null
				&& exists("feedback_group_id IS NULL AND coalesce(track_key, media_url) = :track",
						Map.of("track", request.trackIdentity()))) {
			return Optional.of(CorrectionErrors.TRACK_ALREADY_PENDING);
		}
		return Optional.empty();
	}

	/// Removes a request. A pending request is deleted. A request in a group is treated
	/// as if its owner had deleted the account: the forms of the owner and the forms
	/// about the track are deleted, owner, track, prompt and references are cleared, and
	/// submitted responses are kept. An owner who had submitted all forms still finds the
	/// received feedback in the data export.
	Outcome<Correction> remove(long requestId) {
		Optional<CorrectedRequest> found = this.requests.findLocked(requestId);
		if (found.isEmpty()) {
			return Outcome.failed(CorrectionErrors.UNKNOWN_REQUEST);
		}
		CorrectedRequest request = found.get();
		Long owner = request.owner();
		Long group = request.group();
		if (owner == null) {
			return Outcome.failed(CorrectionErrors.REQUEST_WITHOUT_OWNER);
		}
		Map<String, @Nullable Object> details = new LinkedHashMap<>();
		details.put(Correction.GROUP, group);
		if (group == null) {
			this.requests.delete(request);
		}
		else {
			publishNotificationsChanged(owner, group, null);
			details.put("formsRemoved", this.withdrawal.withdrawRemoved(requestId, owner, group));
			request.anonymize();
			this.references.removeAll(List.of(requestId));
			this.requests.saveAndFlush(request);
		}
		return Outcome.succeeded(new Correction(owner, details));
	}

	/// If two requests are moved into one group at the same time, the second move waits
	/// and creates forms for the first member too.
	private List<Long> lockGroups(@Nullable Long left, long joined) {
		List<Long> groups = new ArrayList<>(List.of(joined));
		if (left != null) {
			groups.add(left);
		}
		return this.jdbc.sql("SELECT id FROM feedback_group WHERE id = ANY (:groups) ORDER BY id FOR NO KEY UPDATE")
			.param("groups", groups.toArray(Long[]::new))
			.query((row, _) -> row.getLong("id"))
			.list();
	}

	/// Names all members of the groups instead of those whose forms change: a correction
	/// is rare, and a member whose notifications are the same receives no event.
	private void publishNotificationsChanged(long owner, @Nullable Long left, @Nullable Long joined) {
		Set<AccountId> members = this.jdbc.sql("""
				SELECT account_id FROM feedback_request
				WHERE feedback_group_id IN (:left, :joined) AND account_id IS NOT NULL""")
			.param("left", left)
			.param("joined", joined)
			.query((row, _) -> new AccountId(row.getLong("account_id")))
			.set();
		members.add(new AccountId(owner));
		this.events.publishEvent(new NotificationsChanged(members));
	}

	private boolean exists(String condition, Map<String, ?> parameters) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM feedback_request WHERE %s)".formatted(condition))
			.params(parameters)
			.query(Boolean.class)
			.single();
	}

	private static Correction moved(long owner, @Nullable Long from, @Nullable Long to, int formsDeleted,
			int formsCreated) {
		Map<String, @Nullable Object> details = new LinkedHashMap<>();
		details.put(Correction.FROM, from);
		details.put(Correction.TO, to);
		details.put("formsRemoved", formsDeleted);
		details.put("formsCreated", formsCreated);
		return new Correction(owner, details);
	}

}
