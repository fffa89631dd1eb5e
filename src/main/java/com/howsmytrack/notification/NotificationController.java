package com.howsmytrack.notification;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.feedback.NotificationCounts;
import reactor.core.publisher.Flux;

import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;

@Controller
class NotificationController {

	private final LiveNotifications notifications;

	NotificationController(LiveNotifications notifications) {
		this.notifications = notifications;
	}

	@SubscriptionMapping
	Flux<NotificationCounts> notificationsChanged(@CurrentMember AccountId me) {
		return this.notifications.of(me);
	}

}
