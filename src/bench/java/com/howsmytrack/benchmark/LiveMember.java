package com.howsmytrack.benchmark;

import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.howsmytrack.benchmark.stream.Subscription;

/// A member with an open stream. The next change of a member begins only after the event of the previous one, so each
/// event belongs to one change.
final class LiveMember implements Subscription {

	static final String DOCUMENT = "subscription { notificationsChanged { openForms unreadReplies } }";

	private static final Pattern COUNTS = Pattern.compile("\"openForms\":(\\d+),\"unreadReplies\":(\\d+)");

	private final LiveMembers members;

	private final long id;

	private final String token;

	private final long reply;

	private final Deque<Long> forms;

	private boolean replyIsRead;

	private int unreadReplies;

	/// Written after the other fields, and read before them. 0 if no event is expected.
	private volatile long changedAt;

	/// @param reply the reply that the benchmark marks as unread and as read
	/// @param forms the member's open forms
	/// @param unreadReplies the number of unread replies to the member
	LiveMember(LiveMembers members, long id, String token, long reply, boolean replyIsRead, Deque<Long> forms,
			int unreadReplies) {
		this.members = members;
		this.id = id;
		this.token = token;
		this.reply = reply;
		this.replyIsRead = replyIsRead;
		this.forms = forms;
		this.unreadReplies = unreadReplies;
	}

	long id() {
		return this.id;
	}

	long reply() {
		return this.reply;
	}

	@Override
	public String token() {
		return this.token;
	}

	/// Called before the change of the reply is committed.
	void expectChangedReply() {
		this.unreadReplies += this.replyIsRead ? 1 : -1;
		this.replyIsRead = !this.replyIsRead;
		this.changedAt = System.nanoTime();
	}

	/// Returns the form that the member is about to submit; null if there is none left.
	Long expectSubmittedForm() {
		Long form = this.forms.poll();
		this.changedAt = System.nanoTime();
		return form;
	}

	@Override
	public void received(String message) {
		long now = System.nanoTime();
		long begun = this.changedAt;
		Matcher counts = COUNTS.matcher(message);
		if (!counts.find() || Integer.parseInt(counts.group(1)) != this.forms.size()
				|| Integer.parseInt(counts.group(2)) != this.unreadReplies) {
			this.members.addWrong("%s instead of %d open forms and %d unread replies".formatted(message,
					this.forms.size(), this.unreadReplies));
		}
		else if (begun != 0) {
			this.changedAt = 0;
			this.members.eventReceived(this, now - begun);
		}
	}

}
