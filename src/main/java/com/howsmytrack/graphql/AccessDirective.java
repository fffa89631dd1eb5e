package com.howsmytrack.graphql;

import java.util.List;
import java.util.Optional;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaDirectiveWiring;
import graphql.schema.idl.SchemaDirectiveWiringEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.execution.ErrorType;

/// Executes an operation only for the callers that its `@access` names. This is the only access check of operations.
/// The application does not start if an operation has no `@access`.
///
/// If a caller who is not signed in calls an operation for members, the contract requires a result instead of an error:
/// a mutation returns `Not logged in.` in its payload, a query returns null or an empty list.
///
/// A subscription cannot be for operators: the role and the audit log are checked when an operation is executed, and a
/// subscription would continue after the operator has lost the role.
///
/// An operation of operators that selects fields with `@auditRead` is recorded before its result is returned.
class AccessDirective implements SchemaDirectiveWiring {

	static final String NAME = "access";

	private final AccessCheck check;

	private final OperatorReads reads;

	AccessDirective(AccessCheck check, OperatorReads reads) {
		this.check = check;
		this.reads = reads;
	}

	@Override
	public GraphQLFieldDefinition onField(SchemaDirectiveWiringEnvironment<GraphQLFieldDefinition> environment) {
		return RootFields.wrap(environment, (fetcher) -> {
			GraphQLFieldDefinition field = environment.getElement();
			Access access = Access.of(field)
				.orElseThrow(() -> new IllegalStateException("The schema must say with @access who may call %s.%s"
					.formatted(environment.getFieldsContainer().getName(), field.getName())));
			return switch (access) {
				case ANYONE -> fetcher;
				case MEMBER -> forMembers(fetcher);
				case OPERATOR -> {
					if (isSubscription(environment.getFieldsContainer())) {
						throw new IllegalStateException(
								"The subscription %s cannot be for operators".formatted(field.getName()));
					}
					yield forOperators(fetcher);
				}
			};
		});
	}

	private DataFetcher<?> forMembers(DataFetcher<?> fetcher) {
		return (environment) -> this.check.isMember() ? fetcher.get(environment)
				: reject(environment, Access.MEMBER, UserError.NOT_LOGGED_IN, ErrorType.UNAUTHORIZED);
	}

	private DataFetcher<?> forOperators(DataFetcher<?> fetcher) {
		return (environment) -> {
			if (!this.check.isMember()) {
				return reject(environment, Access.OPERATOR, UserError.NOT_LOGGED_IN, ErrorType.UNAUTHORIZED);
			}
			Optional<Long> operator = this.check.operator();
			if (operator.isEmpty()) {
				return reject(environment, Access.OPERATOR, UserError.NOT_PERMITTED, ErrorType.FORBIDDEN);
			}
			Object result = fetcher.get(environment);
			AuditReadDirective.of(environment, result).ifPresent((read) -> this.reads.record(operator.get(), read));
			return result;
		};
	}

	private static @Nullable Object reject(DataFetchingEnvironment environment, Access access, UserError error,
			ErrorType classification) {
		GraphQLFieldDefinition field = environment.getFieldDefinition();
		if (isMutationPayload(field)) {
			return MutationResult.failed(error);
		}
		// A subscription has no result without a stream.
		if (access == Access.OPERATOR || isSubscription(environment.getParentType())) {
			throw new UserErrorException(classification, error);
		}
		return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType())) ? List.of() : null;
	}

	private static boolean isSubscription(GraphQLType parent) {
		return parent instanceof GraphQLNamedType named && named.getName().equals(RootFields.SUBSCRIPTION);
	}

	private static boolean isMutationPayload(GraphQLFieldDefinition field) {
		return GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLImplementingType type
				&& type.getInterfaces()
					.stream()
					.anyMatch((implemented) -> implemented.getName().equals("MutationPayload"));
	}

	/// Names as in the schema.
	private enum Access {

		ANYONE, MEMBER, OPERATOR;

		static Optional<Access> of(GraphQLFieldDefinition field) {
			return Optional.ofNullable(field.getAppliedDirective(NAME))
				.map((directive) -> Access.valueOf(directive.getArgument("to").getValue()));
		}

	}

}
