package com.howsmytrack.reminders;

import com.howsmytrack.account.UnsubscribableLetter;
import com.howsmytrack.account.UnsubscribeLinks;
import com.howsmytrack.notifications.GroupLetterWriter;
import com.howsmytrack.web.PublicAddresses;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReminderSettings.class)
class RemindersConfiguration {

	@Bean
	GroupLetterWriter reminderWriter(PublicAddresses addresses, UnsubscribeLinks unsubscribeLinks) {
		return new GroupLetterWriter(UnsubscribableLetter.REMINDER, "don't forget your feedback group!", addresses,
				unsubscribeLinks);
	}

}
