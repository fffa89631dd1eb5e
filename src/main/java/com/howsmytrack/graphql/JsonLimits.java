package com.howsmytrack.graphql;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Limits of JSON in requests. A string is required where a string is expected; numbers are not converted.
///
/// The number of tokens is limited for requests only. Answers of other services and data exports are read with the mapper
/// of Spring Boot: their documents can be long, and the size of an answer is limited where it is received.
@Configuration(proxyBeanMethods = false)
class JsonLimits {

	private static final int MAX_TOKENS = 20_000;

	/// One megabyte of empty objects would need many megabytes of memory.
	@Bean(defaultCandidate = false)
	@RequestJson
	JsonMapper requestJson(ObjectProvider<JsonMapperBuilderCustomizer> customizers) {
		JsonMapper.Builder builder = JsonMapper.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).build())
			.build());
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder.build();
	}

	@Bean
	JsonMapperBuilderCustomizer strictStrings() {
		return (builder) -> builder.withCoercionConfig(LogicalType.Textual,
				(config) -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
	}

}
