package com.howsmytrack.notification;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.feedback.MemberNotifications;
import com.howsmytrack.feedback.NotificationCounts;
import com.howsmytrack.live.LiveTopics;
import reactor.core.publisher.Flux;

import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;

@Controller
class NotificationController {

	private final LiveTopics topics;

	private final MemberNotifications notifications;

	NotificationController(LiveTopics topics, MemberNotifications notifications) {
		this.topics = topics;
		this.notifications = notifications;
	}

	@SubscriptionMapping
	Flux<NotificationCounts> notificationsChanged(@CurrentMember AccountId me) {
		return this.topics.followState(LiveNotifications.topicOf(me), () -> this.notifications.of(me));
	}

}
