package com.howsmytrack.notification.notice;

import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.mail.MailKind;

import org.springframework.stereotype.Component;

/// The link of the member's track was found broken.
@Component
class TrackBroken extends NoticeKind {

	static final MailKind KIND = MailKind.optional("track-broken", "mails about links that do not work");

	private static final String TITLE = "The link of your track does not work";

	private final TrackFacts facts;

	TrackBroken(TrackFacts facts, NoticeRecipients recipients) {
		super(KIND, recipients);
		this.facts = facts;
	}

	/// The link of a request in a group cannot be changed.
	@Override
	NoticeText text(Facts facts) {
		Long group = facts.numberOrNull("group");
		return (group != null) ? NoticeText.ofGroup(TITLE,
				"We found no track at the link that you gave in this group, so the others may not be able to hear it. "
						+ "Make the track available there again: in a group, the link itself stays as it is.",
				group, facts.text("groupName"), null)
				: new NoticeText(TITLE,
						"We found no track at the link of your request. Change the link before your request gets a group.",
						"/request", "Change the link", null);
	}

	@Override
	Optional<Facts> current(Facts facts, AccountId member) {
		return this.facts.current(facts, member);
	}

}
