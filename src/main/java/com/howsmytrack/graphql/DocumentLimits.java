package com.howsmytrack.graphql;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.language.Document;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/// Rejects a document that is too large after parsing and before validation, because validation of such a document
/// could take longer than executing a normal one. The parser itself limits tokens and characters, see
/// [RequestLimits]. The instrumentations of graphql-java for depth and complexity run after validation, and neither
/// counts aliases, fragments or the items of a list.
@Component
@EnableConfigurationProperties(DocumentSettings.class)
class DocumentLimits extends SimplePerformantInstrumentation {

	static final String CODE = "LIMIT_EXCEEDED";

	/// The directive of root fields that a document may contain only once.
	static final String ONCE = "once";

	/// One mistake is often repeated throughout a document.
	private static final int MAX_VALIDATION_ERRORS = 5;

	static {
		// graphql-java has one such limit for the whole JVM. All applications in a JVM
		// set the same value, so that tests do not influence each other.
		Validator.setMaxValidationErrors(MAX_VALIDATION_ERRORS);
	}

	private final DocumentSettings settings;

	DocumentLimits(DocumentSettings settings) {
		this.settings = settings;
	}

	@Override
	public @Nullable InstrumentationContext<List<ValidationError>> beginValidation(
			InstrumentationValidationParameters parameters, InstrumentationState state) {
		check(parameters.getDocument(), parameters.getSchema());
		return super.beginValidation(parameters, state);
	}

	void check(Document document, GraphQLSchema schema) {
		DocumentSize size = DocumentSize.of(document, (name) -> isOnce(schema, name));
		rejectIf(size.fragments() > this.settings.fragments(), "%d fragments", this.settings.fragments());
		rejectIf(size.fields() > this.settings.fields(), "%d fields", this.settings.fields());
		rejectIf(size.rootFields() > this.settings.rootFields(), "%d root fields", this.settings.rootFields());
		rejectIf(size.aliases() > this.settings.aliases(), "%d aliases", this.settings.aliases());
		rejectIf(size.directives() > this.settings.directives(), "%d directives", this.settings.directives());
		rejectIf(size.depth() > this.settings.depth(), "%d levels of fields", this.settings.depth());
		rejectIf(size.longestList() > this.settings.listItems(), "%d items in a list", this.settings.listItems());
		rejectIf(size.onceFields() > 1, "%d attempt to sign in or register", 1);
	}

	private static boolean isOnce(GraphQLSchema schema, String rootField) {
		return Optional.ofNullable(schema.getMutationType())
			.map((mutation) -> mutation.getFieldDefinition(rootField))
			.filter((GraphQLFieldDefinition field) -> field.hasAppliedDirective(ONCE))
			.isPresent();
	}

	private static void rejectIf(boolean exceeded, String what, int limit) {
		if (exceeded) {
			throw new AbortExecutionException(
					List.of(limitExceeded("A document can have at most %s.".formatted(what.formatted(limit)))));
		}
	}

	static GraphQLError limitExceeded(String message) {
		return GraphqlErrorBuilder.newError()
			.errorType(ErrorType.BAD_REQUEST)
			.message("%s", message)
			.extensions(Map.of("code", CODE))
			.build();
	}

}
