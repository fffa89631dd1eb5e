package com.howsmytrack.feedback.admin;

import java.util.Optional;
import java.util.function.Supplier;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.audit.AuditNote;
import com.howsmytrack.audit.AuditReason;
import com.howsmytrack.audit.AuditedChanges;
import com.howsmytrack.graphql.Ids;
import com.howsmytrack.graphql.MutationResult;
import com.howsmytrack.graphql.Outcome;
import com.howsmytrack.graphql.UserError;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/// Operators correct requests and responses.
@Controller
class AdminCorrectionController {

	private final RequestCorrections requests;

	private final ResponseCorrections responses;

	private final OwnGroups ownGroups;

	private final AuditedChanges changes;

	AdminCorrectionController(RequestCorrections requests, ResponseCorrections responses, OwnGroups ownGroups,
			AuditedChanges changes) {
		this.requests = requests;
		this.responses = responses;
		this.ownGroups = ownGroups;
		this.changes = changes;
	}

	@MutationMapping
	MutationResult moveRequest(@CurrentMember AccountId me, @Argument String requestId,
			@Argument @Nullable String groupId, @Argument String reason) {
		long id = Ids.of(requestId);
		return MutationResult.of(this.changes.make(me.value(), new AuditReason(reason),
				() -> unless(this.ownGroups.checkRequest(me.value(), id, Ids.ofNullable(groupId)),
						() -> this.requests.move(id, Ids.ofNullable(groupId))),
				(moved) -> new AuditNote(FeedbackAudit.MOVE_REQUEST, FeedbackAudit.REQUEST, id, moved.person(),
						moved.details())));
	}

	@MutationMapping
	MutationResult removeRequest(@CurrentMember AccountId me, @Argument String requestId, @Argument String reason) {
		long id = Ids.of(requestId);
		return MutationResult.of(this.changes.make(me.value(), new AuditReason(reason),
				() -> unless(this.ownGroups.checkRequest(me.value(), id, null), () -> this.requests.remove(id)),
				(removed) -> new AuditNote(FeedbackAudit.REMOVE_REQUEST, FeedbackAudit.REQUEST, id, removed.person(),
						removed.details())));
	}

	@MutationMapping
	MutationResult clearResponse(@CurrentMember AccountId me, @Argument String responseId, @Argument String reason) {
		long id = Ids.of(responseId);
		return MutationResult.of(this.changes.make(me.value(), new AuditReason(reason),
				() -> unless(this.ownGroups.checkResponse(me.value(), id), () -> this.responses.clear(id)),
				(cleared) -> new AuditNote(FeedbackAudit.CLEAR_RESPONSE, FeedbackAudit.RESPONSE, id, cleared.person(),
						cleared.details())));
	}

	/// The check comes first, because the errors of a correction also tell who is in the
	/// group.
	private static Outcome<Correction> unless(Optional<UserError> error, Supplier<Outcome<Correction>> correction) {
		return error.<Outcome<Correction>>map(Outcome::failed).orElseGet(correction);
	}

}
