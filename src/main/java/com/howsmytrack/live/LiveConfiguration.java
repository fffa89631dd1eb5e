package com.howsmytrack.live;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveSettings.class)
class LiveConfiguration {

	/// @param backgroundWork false for commands, which have no subscriptions
	@Bean
	PostgresLiveTopics liveTopics(JdbcClient jdbc, JdbcConnectionDetails database, LiveSettings settings,
			@Value("${howsmytrack.background-work}") boolean backgroundWork) {
		PostgresLiveTopics topics = new PostgresLiveTopics(jdbc, database, settings);
		if (backgroundWork) {
			topics.start();
		}
		return topics;
	}

}
