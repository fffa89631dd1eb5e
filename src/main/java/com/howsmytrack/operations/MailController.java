package com.howsmytrack.operations;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import com.howsmytrack.graphql.MutationResult;
import com.howsmytrack.graphql.Refusal;
import com.howsmytrack.mail.MailDesk;
import com.howsmytrack.mail.MailRecord;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class MailController {

	private static final int MOST_MAILS = 100;

	private static final Refusal UNKNOWN_MAIL = new Refusal("UNKNOWN_MAIL",
			"There is no such mail, or it was not given up.", "mailId");

	private final MailDesk desk;

	MailController(MailDesk desk) {
		this.desk = desk;
	}

	@QueryMapping
	List<OutgoingMailView> outgoingMails(@Argument MailRecord.State state, @Argument int first) {
		return this.desk.latest(state, Math.clamp(first, 0, MOST_MAILS)).stream().map(OutgoingMailView::of).toList();
	}

	@MutationMapping
	MutationResult retryMail(@Argument String mailId) {
		boolean known = mailId.matches("[0-9]{1,18}") && this.desk.retry(Long.parseLong(mailId));
		return known ? MutationResult.succeeded() : MutationResult.refused(UNKNOWN_MAIL);
	}

	record OutgoingMailView(String id, String kind, String recipient, MailRecord.State state, OffsetDateTime createdAt,
			@Nullable OffsetDateTime nextAttemptAt, int failures, @Nullable String lastError,
			@Nullable OffsetDateTime finishedAt) {

		static OutgoingMailView of(MailRecord mail) {
			boolean queued = mail.state() == MailRecord.State.QUEUED;
			return new OutgoingMailView(Long.toString(mail.id()), mail.kind(), mail.recipient(), mail.state(),
					utc(mail.createdAt()), queued ? utc(mail.dueAt()) : null, mail.failures(), mail.lastError(),
					(mail.finishedAt() != null) ? utc(mail.finishedAt()) : null);
		}

		private static OffsetDateTime utc(Instant time) {
			return time.atOffset(ZoneOffset.UTC);
		}

	}

}
