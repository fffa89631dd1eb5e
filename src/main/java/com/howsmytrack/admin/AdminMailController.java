package com.howsmytrack.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.audit.AuditAction;
import com.howsmytrack.audit.AuditNote;
import com.howsmytrack.audit.AuditReason;
import com.howsmytrack.audit.AuditSubject;
import com.howsmytrack.audit.AuditedChanges;
import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.Ids;
import com.howsmytrack.graphql.MutationResult;
import com.howsmytrack.graphql.Outcome;
import com.howsmytrack.graphql.PageArguments;
import com.howsmytrack.graphql.PageConnections;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.mail.AdminMails;
import com.howsmytrack.mail.MailFilter;
import com.howsmytrack.mail.MailRecord;
import com.howsmytrack.persistence.StorableText;
import graphql.relay.Connection;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/// Operators see queued, sent and given-up mails, and queue given-up mails again.
@Controller
class AdminMailController {

	private static final AuditAction RETRY_MAIL = new AuditAction("RETRY_MAIL");

	private static final AuditAction RETRY_MAILS = new AuditAction("RETRY_MAILS");

	private static final AuditSubject MAIL = new AuditSubject("MAIL");

	private static final UserError UNKNOWN_MAIL = new UserError(new ErrorCode("UNKNOWN_MAIL"),
			"There is no such mail, or it was not given up.", "mailId");

	private final AdminMails admin;

	private final AuditedChanges changes;

	AdminMailController(AdminMails admin, AuditedChanges changes) {
		this.admin = admin;
		this.changes = changes;
	}

	@QueryMapping
	Connection<OutgoingMailView> outgoingMails(@Argument MailRecord.@Nullable State state,
			@Argument @Nullable String kind, @Argument @Nullable String recipient, @Argument @Nullable String personId,
			@Argument @Nullable Boolean recipientRefused, @Arguments PageArguments page) {
		MailFilter filter = new MailFilter(state, storable(kind), storable(recipient), Ids.ofNullable(personId),
				recipientRefused);
		return PageConnections.of(this.admin.find(filter, page.range()).map(OutgoingMailView::of),
				OutgoingMailView::id);
	}

	@MutationMapping
	MutationResult retryMail(@CurrentMember AccountId me, @Argument String mailId, @Argument @Nullable String reason) {
		return MutationResult.of(this.changes.make(me.value(), new AuditReason(reason),
				() -> this.admin.retry(Ids.of(mailId))
					.<Outcome<MailRecord>>map(Outcome::succeeded)
					.orElseGet(() -> Outcome.failed(UNKNOWN_MAIL)),
				(mail) -> new AuditNote(RETRY_MAIL, MAIL, mail.id(), mail.account(), Map.of())));
	}

	@MutationMapping
	RetryMailsPayload retryMails(@CurrentMember AccountId me, @Argument @Nullable String kind,
			@Argument @Nullable String reason) {
		return RetryMailsPayload.of(this.changes.make(me.value(), new AuditReason(reason),
				() -> Outcome.succeeded(this.admin.retryAll(storable(kind))), (retried) -> retriedAll(kind, retried)));
	}

	private static AuditNote retriedAll(@Nullable String kind, int retried) {
		Map<String, @Nullable Object> details = new LinkedHashMap<>();
		details.put("kind", storable(kind));
		details.put("retried", retried);
		return new AuditNote(RETRY_MAILS, null, null, null, details);
	}

	/// A text that cannot be stored matches no row.
	private static @Nullable String storable(@Nullable String text) {
		return (text == null || StorableText.accepts(text)) ? text : "";
	}

	record RetryMailsPayload(boolean success, @Nullable String error, List<UserError> userErrors,
			@Nullable Integer retried) {

		static RetryMailsPayload of(Outcome<Integer> outcome) {
			MutationResult result = MutationResult.of(outcome);
			return new RetryMailsPayload(result.success(), result.error(), result.userErrors(),
					(outcome instanceof Outcome.Succeeded<Integer>(Integer retried)) ? retried : null);
		}

	}

}
