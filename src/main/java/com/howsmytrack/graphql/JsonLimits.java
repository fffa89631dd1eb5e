package com.howsmytrack.graphql;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// JSON as we take it. A number is no document: what is sent in the place of a text must be one.
@Configuration(proxyBeanMethods = false)
class JsonLimits {

	private static final int MOST_TOKENS = 20_000;

	/// A megabyte of empty objects would fill many more.
	@Bean
	JsonFactoryBuilderCustomizer fewTokens() {
		return (builder) -> builder
			.streamReadConstraints(StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).build());
	}

	@Bean
	JsonMapperBuilderCustomizer textIsText() {
		return (builder) -> builder.withCoercionConfig(LogicalType.Textual,
				(config) -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
	}

}
