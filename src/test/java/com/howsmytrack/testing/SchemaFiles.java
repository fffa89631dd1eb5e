package com.howsmytrack.testing;

import java.io.IOException;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The GraphQL schema of all modules, read from its files without starting the application.
public final class SchemaFiles {

	private SchemaFiles() {
	}

	public static TypeDefinitionRegistry read() {
		try {
			TypeDefinitionRegistry schema = new TypeDefinitionRegistry();
			for (Resource file : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:graphql/**/*.graphqls")) {
				schema.merge(new SchemaParser().parse(file.getContentAsString(UTF_8)));
			}
			return schema;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
