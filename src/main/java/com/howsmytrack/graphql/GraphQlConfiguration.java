package com.howsmytrack.graphql;

import graphql.scalars.ExtendedScalars;

import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

@Configuration(proxyBeanMethods = false)
class GraphQlConfiguration {

	/// The library takes a second `Int` for a mistake, unless it is told for a moment to
	/// be less strict.
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
		return (source) -> source.configureGraphQl((graphQl) -> graphQl.preparsedDocumentProvider(cache));
	}

	@Bean
	RuntimeWiringConfigurer errorCodes() {
		return (wiring) -> wiring.type("UserErrorCode", (type) -> type.enumValues(ErrorCode::new));
	}

	@Bean
	RuntimeWiringConfigurer timeLimit(DocumentSettings settings) {
		return (wiring) -> wiring.directiveWiring(new TimeLimit(settings));
	}

	/// For every field, not only for those with the directive: a missing one must be
	/// noticed.
	@Bean
	RuntimeWiringConfigurer access(AccessCheck check) {
		return (wiring) -> wiring.directiveWiring(new AccessDirective(check));
	}

	/// Last, so that it is around all the others.
	@Bean
	RuntimeWiringConfigurer watch(OperationMetrics watch) {
		return (wiring) -> wiring.directiveWiring(watch);
	}

}
