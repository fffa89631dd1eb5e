package com.howsmytrack.graphql;

import graphql.scalars.ExtendedScalars;

import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

@Configuration(proxyBeanMethods = false)
class GraphQlConfiguration {

	/// In strict mode, graphql-java does not accept a second scalar named `Int`.
	@Bean
	RuntimeWiringConfigurer scalars() {
		return (wiring) -> wiring.strictMode(false)
			.scalar(IntFromDigits.scalar())
			.strictMode(true)
			.scalar(ExtendedScalars.DateTime)
			.scalar(ExtendedScalars.Date)
			.scalar(ExtendedScalars.Json);
	}

	@Bean
	GraphQlSourceBuilderCustomizer documents(DocumentCache cache) {
		return (source) -> source
			.configureGraphQl((graphQl) -> graphQl.preparsedDocumentProvider(new TransportCheck(cache)));
	}

	@Bean
	RuntimeWiringConfigurer errorCodes() {
		return (wiring) -> wiring.type("UserErrorCode", (type) -> type.enumValues(ErrorCode::new));
	}

	@Bean
	RuntimeWiringConfigurer timeLimit(DocumentSettings settings) {
		return (wiring) -> wiring.directiveWiring(new TimeLimit(settings));
	}

	/// Applies to every field, so that a root field without the directive is noticed.
	@Bean
	RuntimeWiringConfigurer access(AccessCheck check, OperatorReads reads) {
		return (wiring) -> wiring.directiveWiring(new AccessDirective(check, reads));
	}

	/// Added last, so that it measures all other wrappers too.
	@Bean
	RuntimeWiringConfigurer operationMetricsWiring(OperationMetrics metrics) {
		return (wiring) -> wiring.directiveWiring(metrics);
	}

}
