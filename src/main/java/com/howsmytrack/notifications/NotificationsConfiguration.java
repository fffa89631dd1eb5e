package com.howsmytrack.notifications;

import com.howsmytrack.account.Addressees;
import com.howsmytrack.account.UnsubscribableLetter;
import com.howsmytrack.web.PublicAddresses;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotificationsConfiguration {

	@Bean
	GroupLetterWriter newGroupLetterWriter(PublicAddresses addresses, Addressees addressees) {
		return new GroupLetterWriter(UnsubscribableLetter.NEW_GROUP, "your new feedback group", addresses, addressees);
	}

}
