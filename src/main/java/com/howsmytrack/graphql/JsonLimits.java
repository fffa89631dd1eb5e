package com.howsmytrack.graphql;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Limits of JSON in requests. A string is required where a string is expected; numbers are not converted.
@Configuration(proxyBeanMethods = false)
class JsonLimits {

	private static final int MAX_TOKENS = 20_000;

	/// One megabyte of empty objects would need many megabytes of memory.
	@Bean
	JsonFactoryBuilderCustomizer limitedTokens() {
		return (builder) -> builder
			.streamReadConstraints(StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).build());
	}

	@Bean
	JsonMapperBuilderCustomizer strictStrings() {
		return (builder) -> builder.withCoercionConfig(LogicalType.Textual,
				(config) -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
	}

}
