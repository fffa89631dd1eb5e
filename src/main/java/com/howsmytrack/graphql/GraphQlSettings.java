package com.howsmytrack.graphql;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// Settings of the GraphQL endpoint.
///
/// @param registeredDocumentsOnly whether only registered documents are executed
/// @param introspection whether clients can query the schema. Spring Boot's own setting for this
/// (`spring.graphql.schema.introspection.enabled`) changes a flag of the whole JVM, and so would change other
/// applications and tests in the same JVM
@ConfigurationProperties("howsmytrack.graphql")
record GraphQlSettings(boolean registeredDocumentsOnly, boolean introspection) {
}
