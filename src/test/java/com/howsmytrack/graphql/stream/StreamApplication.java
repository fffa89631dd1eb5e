package com.howsmytrack.graphql.stream;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.howsmytrack.testing.WholeApplication;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// The whole application with the subscriptions of [Ticks], short times and low limits of streams.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WholeApplication
@Import(Ticks.class)
@TestPropertySource(properties = { "spring.graphql.schema.locations=classpath:graphql/**/,classpath:streams/",
		"howsmytrack.graphql.streams.heartbeat=2s", "howsmytrack.graphql.streams.init-timeout=4s",
		"howsmytrack.graphql.streams.send-timeout=2s", "howsmytrack.graphql.streams.per-member=4",
		"howsmytrack.graphql.streams.opened-by-network.per=100m",
		"howsmytrack.graphql.streams.opened-by-network.times=100",
		"howsmytrack.graphql.streams.subscriptions-per-socket=3",
		"howsmytrack.graphql.streams.messages-per-second=50" })
@interface StreamApplication {

}
