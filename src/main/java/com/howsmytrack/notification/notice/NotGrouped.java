package com.howsmytrack.notification.notice;

import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.OwnRequest;
import com.howsmytrack.feedback.OwnRequests;
import com.howsmytrack.mail.MailKind;
import com.howsmytrack.matching.RequestsLeftPending.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// An assignment run left a request of the member pending. The facts are `request` and, if it is to be told, the name of the
/// `reason`.
@Component
class NotGrouped extends NoticeKind {

	static final MailKind KIND = MailKind.optional("not-grouped", "mails about requests without a group");

	private final OwnRequests requests;

	NotGrouped(OwnRequests requests, NoticeRecipients recipients) {
		super(KIND, recipients);
		this.requests = requests;
	}

	@Override
	NoticeText text(Facts facts) {
		return new NoticeText("Your request has no group yet",
				why(facts.textOrNull("reason"))
						+ " It stays in line and takes part the next time, usually in the coming night.",
				"/", "Your request", null);
	}

	/// An unknown reason was written by a newer version.
	private static String why(@Nullable String reason) {
		if (Reason.TOO_FEW_TRACKS.name().equals(reason)) {
			return "There was no group for your request: a group needs at least two requests with a track, and there were not enough.";
		}
		if (Reason.UNSUPPORTED_GENRE.name().equals(reason)) {
			return "There was no group for your request: the service was being updated, so requests in your genre could not be grouped.";
		}
		return "There was no group for your request when the groups were formed.";
	}

	@Override
	Optional<Facts> current(Facts facts, AccountId member) {
		return this.requests.find(facts.number("request"), member).filter(OwnRequest::isPending).map((_) -> facts);
	}

}
