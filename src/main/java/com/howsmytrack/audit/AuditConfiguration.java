package com.howsmytrack.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

	@Bean
	RuntimeWiringConfigurer auditEnums() {
		return (wiring) -> wiring.type("AuditAction", (type) -> type.enumValues(AuditAction::new))
			.type("AuditSubject", (type) -> type.enumValues(AuditSubject::new));
	}

}
