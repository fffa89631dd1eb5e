package com.howsmytrack.notification.notice;

import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.mail.MailKind;

import org.springframework.stereotype.Component;

/// The short link of the member's pending request leads to a track that is pending already.
@Component
class TrackUnresolved extends NoticeKind {

	static final MailKind KIND = MailKind.optional("track-unresolved", "mails about tracks that are already in line");

	private final TrackFacts facts;

	TrackUnresolved(TrackFacts facts, NoticeRecipients recipients) {
		super(KIND, recipients);
		this.facts = facts;
	}

	@Override
	NoticeText text(Facts facts) {
		return new NoticeText("Your track is already in line",
				"The short link of your request leads to a track for which another request is already pending. "
						+ "Give the link of another track.",
				"/request", "Change the link", null);
	}

	@Override
	Optional<Facts> current(Facts facts, AccountId member) {
		return this.facts.current(facts, member).filter((current) -> current.numberOrNull("group") == null);
	}

}
