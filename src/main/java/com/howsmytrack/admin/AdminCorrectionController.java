package com.howsmytrack.admin;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.audit.AuditAction;
import com.howsmytrack.audit.AuditNote;
import com.howsmytrack.audit.AuditSubject;
import com.howsmytrack.audit.AuditedChanges;
import com.howsmytrack.audit.Reason;
import com.howsmytrack.feedback.admin.RequestCorrections;
import com.howsmytrack.feedback.admin.ResponseCorrections;
import com.howsmytrack.graphql.Ids;
import com.howsmytrack.graphql.MutationResult;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/// What an operator does about requests and responses.
@Controller
class AdminCorrectionController {

	private final RequestCorrections requests;

	private final ResponseCorrections responses;

	private final AuditedChanges changes;

	AdminCorrectionController(RequestCorrections requests, ResponseCorrections responses, AuditedChanges changes) {
		this.requests = requests;
		this.responses = responses;
		this.changes = changes;
	}

	@MutationMapping
	MutationResult moveRequest(@CurrentMember AccountId me, @Argument String requestId,
			@Argument @Nullable String groupId, @Argument String reason) {
		long id = Ids.of(requestId);
		return MutationResult.of(this.changes.make(me, new Reason(reason),
				() -> this.requests.move(id, Ids.ofNullable(groupId)), (moved) -> AuditNote
					.about(AuditAction.MOVE_REQUEST, AuditSubject.REQUEST, id, moved.person(), moved.details())));
	}

	@MutationMapping
	MutationResult removeRequest(@CurrentMember AccountId me, @Argument String requestId, @Argument String reason) {
		long id = Ids.of(requestId);
		return MutationResult
			.of(this.changes.make(me, new Reason(reason), () -> this.requests.remove(id), (removed) -> AuditNote
				.about(AuditAction.REMOVE_REQUEST, AuditSubject.REQUEST, id, removed.person(), removed.details())));
	}

	@MutationMapping
	MutationResult clearResponse(@CurrentMember AccountId me, @Argument String responseId, @Argument String reason) {
		long id = Ids.of(responseId);
		return MutationResult
			.of(this.changes.make(me, new Reason(reason), () -> this.responses.clear(id), (cleared) -> AuditNote
				.about(AuditAction.CLEAR_RESPONSE, AuditSubject.RESPONSE, id, cleared.person(), cleared.details())));
	}

}
