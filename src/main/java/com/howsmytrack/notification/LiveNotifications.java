package com.howsmytrack.notification;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.GroupsFormed;
import com.howsmytrack.feedback.NotificationsChanged;
import com.howsmytrack.feedback.ResponseSubmitted;
import com.howsmytrack.live.LiveTopics;
import com.howsmytrack.live.Topic;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Wakes the subscriptions to members' notifications after events that can change them.
///
/// The listeners run after the commit, because a subscription must not read before it. With `fallbackExecution`, they also
/// run for an event that is published outside a transaction, so a submission needs no transaction for them.
@Component
class LiveNotifications {

	private static final String KIND = "notifications";

	private final LiveTopics topics;

	LiveNotifications(LiveTopics topics) {
		this.topics = topics;
	}

	static Topic topicOf(AccountId member) {
		return new Topic(KIND, member.value());
	}

	/// An assignment run concerns most members with an open subscription, and its event
	/// has no account ids.
	@TransactionalEventListener(fallbackExecution = true)
	void on(GroupsFormed event) {
		this.topics.allChanged(KIND);
	}

	/// Only for the other devices of the member who submitted. The owner of the track
	/// must not learn the time.
	@TransactionalEventListener(fallbackExecution = true)
	void on(ResponseSubmitted event) {
		changed(Set.of(event.responder()));
	}

	@TransactionalEventListener(fallbackExecution = true)
	void on(NotificationsChanged event) {
		changed(event.members());
	}

	private void changed(Collection<AccountId> members) {
		this.topics.changed(members.stream().map(LiveNotifications::topicOf).collect(Collectors.toSet()));
	}

}
