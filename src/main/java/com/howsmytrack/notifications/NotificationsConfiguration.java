package com.howsmytrack.notifications;

import com.howsmytrack.account.UnsubscribableLetter;
import com.howsmytrack.account.UnsubscribeLinks;
import com.howsmytrack.web.PublicAddresses;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotificationsConfiguration {

	@Bean
	GroupLetterWriter newGroupLetterWriter(PublicAddresses addresses, UnsubscribeLinks unsubscribeLinks) {
		return new GroupLetterWriter(UnsubscribableLetter.NEW_GROUP, "your new feedback group", addresses,
				unsubscribeLinks);
	}

}
