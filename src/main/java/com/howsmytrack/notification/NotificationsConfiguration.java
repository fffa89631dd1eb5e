package com.howsmytrack.notification;

import com.howsmytrack.account.MailRecipients;
import com.howsmytrack.account.OptionalMail;
import com.howsmytrack.web.PublicAddresses;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotificationsConfiguration {

	@Bean
	GroupMailTemplate newGroupLetterWriter(PublicAddresses addresses, MailRecipients recipients) {
		return new GroupMailTemplate(OptionalMail.NEW_GROUP, "your new feedback group", addresses, recipients);
	}

}
