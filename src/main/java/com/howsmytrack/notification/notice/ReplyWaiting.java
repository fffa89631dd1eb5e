package com.howsmytrack.notification.notice;

import java.util.Map;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.FeedbackAnnouncements;
import com.howsmytrack.feedback.ReplyToRead;
import com.howsmytrack.mail.MailKind;

import org.springframework.stereotype.Component;

/// A conversation has replies that the member has not read.
@Component
class ReplyWaiting extends NoticeKind {

	static final MailKind KIND = MailKind.optional("reply-waiting", "mails about replies");

	private final FeedbackAnnouncements announcements;

	ReplyWaiting(FeedbackAnnouncements announcements, NoticeRecipients recipients) {
		super(KIND, recipients);
		this.announcements = announcements;
	}

	static NewNotice of(ReplyToRead reply) {
		return new NewNotice(reply.reader(), reply.response(), facts(reply));
	}

	private static Map<String, Object> facts(ReplyToRead reply) {
		return Map.of("group", reply.group(), "groupName", reply.groupName(), "response", reply.response(), "ownTrack",
				reply.ownTrack(), "afterRating", reply.afterRating());
	}

	@Override
	NoticeText text(Facts facts) {
		return NoticeText
			.ofGroup("A reply is waiting for you", sentences(facts), facts.number("group"), facts.text("groupName"),
					"You are both anonymous in the conversation.")
			.onTab(facts.flag("ownTrack"));
	}

	private static String sentences(Facts facts) {
		if (!facts.flag("ownTrack")) {
			return "There is a reply to feedback that you wrote.";
		}
		return facts.flag("afterRating")
				? "There is a reply below feedback on your track. It opens when you have rated that feedback."
				: "There is a reply below feedback on your track.";
	}

	@Override
	Optional<Facts> current(Facts facts, AccountId member) {
		return this.announcements.findReplyToRead(facts.number("response"), member)
			.map((reply) -> new Facts(facts(reply)));
	}

}
