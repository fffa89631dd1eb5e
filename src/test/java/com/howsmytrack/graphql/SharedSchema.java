package com.howsmytrack.graphql;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// What the operations of all modules share: scalars, error codes, `@access` and limits. A slice needs an [AccessCheck] in
/// addition.
@TestConfiguration(proxyBeanMethods = false)
@Import({ GraphQlConfiguration.class, DocumentCache.class, OperationMetrics.class })
public class SharedSchema {

	@Bean
	MeterRegistry meterRegistry() {
		return new SimpleMeterRegistry();
	}

}
