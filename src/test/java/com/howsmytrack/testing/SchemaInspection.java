package com.howsmytrack.testing;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.stereotype.Component;

/// Keeps Spring's report about differences between the schema and the controllers.
@Component
public class SchemaInspection implements GraphQlSourceBuilderCustomizer {

	private @Nullable SchemaReport report;

	@Override
	public void customize(GraphQlSource.SchemaResourceBuilder builder) {
		builder.inspectSchemaMappings((found) -> this.report = found);
	}

	public SchemaReport report() {
		return Objects.requireNonNull(this.report);
	}

}
