package com.howsmytrack.graphql;

import java.util.Locale;
import java.util.regex.Pattern;

import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import org.jspecify.annotations.Nullable;

/// An `Int` that accepts strings of digits in variables: the current client sends ids as it reads them from the URL
/// of its page.
final class IntFromDigits implements Coercing<Integer, Integer> {

	private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,10}");

	private final Coercing<?, ?> standard = Scalars.GraphQLInt.getCoercing();

	static GraphQLScalarType scalar() {
		return Scalars.GraphQLInt.transform((scalar) -> scalar.coercing(new IntFromDigits()));
	}

	@Override
	public @Nullable Integer serialize(Object result, GraphQLContext context, Locale locale)
			throws CoercingSerializeException {
		return (Integer) this.standard.serialize(result, context, locale);
	}

	/// The standard `Int` rejects a number that is too large.
	@Override
	public @Nullable Integer parseValue(Object input, GraphQLContext context, Locale locale)
			throws CoercingParseValueException {
		Object number = (input instanceof String text && DIGITS.matcher(text).matches()) ? Long.valueOf(text) : input;
		return (Integer) this.standard.parseValue(number, context, locale);
	}

	@Override
	public @Nullable Integer parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context,
			Locale locale) throws CoercingParseLiteralException {
		return (Integer) this.standard.parseLiteral(input, variables, context, locale);
	}

	@Override
	public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
		return this.standard.valueToLiteral(input, context, locale);
	}

}
