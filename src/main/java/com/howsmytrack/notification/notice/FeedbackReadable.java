package com.howsmytrack.notification.notice;

import java.util.Map;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.FeedbackAnnouncements;
import com.howsmytrack.feedback.FeedbackToRead;
import com.howsmytrack.mail.MailKind;

import org.springframework.stereotype.Component;

/// The owner of a track has submitted all forms of the group and can read feedback. Without a number of responses: it would
/// tell how many of the others have written.
@Component
class FeedbackReadable extends NoticeKind {

	static final MailKind KIND = MailKind.optional("feedback-readable", "mails about feedback on your track");

	private static final String RATE = "Rate each response when you have read it.";

	private final FeedbackAnnouncements announcements;

	FeedbackReadable(FeedbackAnnouncements announcements, NoticeRecipients recipients) {
		super(KIND, recipients);
		this.announcements = announcements;
	}

	static NewNotice of(FeedbackToRead feedback) {
		return new NewNotice(feedback.owner(), feedback.request(), Map.of("group", feedback.group(), "groupName",
				feedback.groupName(), "request", feedback.request(), "more", feedback.more()));
	}

	@Override
	NoticeText text(Facts facts) {
		long group = facts.number("group");
		String name = facts.text("groupName");
		return facts.flag("more")
				? NoticeText.ofGroup("There is more feedback on your track",
						"You can read more of what the others say about your track.", group, name, RATE)
				: NoticeText.ofGroup("Your feedback can be read",
						"You have sent all your feedback in this group, so you can read what the others say about your track.",
						group, name, RATE + " What comes later is collected into one mail.");
	}

	@Override
	Optional<Facts> current(Facts facts, AccountId member) {
		return this.announcements.isFeedbackToRead(facts.number("request"), member) ? Optional.of(facts)
				: Optional.empty();
	}

}
