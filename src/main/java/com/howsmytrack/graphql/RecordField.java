package com.howsmytrack.graphql;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import graphql.schema.SingletonPropertyDataFetcher;
import graphql.schema.idl.SchemaDirectiveWiring;
import graphql.schema.idl.SchemaDirectiveWiringEnvironment;
import org.jspecify.annotations.Nullable;

/// A field that is a method of a record: what pages are made of, by the dozen. It is called directly; the library would
/// look the method up by class and name for each value and call it by reflection.
final class RecordField implements LightDataFetcher<Object> {

	private final String name;

	/// Of the class that was seen last, which is nearly always the only one.
	private volatile Accessor accessor = new Accessor(Void.class, (_) -> null);

	private RecordField(String name) {
		this.name = name;
	}

	/// For every field that nothing else fetches.
	static SchemaDirectiveWiring wiring() {
		return new SchemaDirectiveWiring() {
			@Override
			public GraphQLFieldDefinition onField(
					SchemaDirectiveWiringEnvironment<GraphQLFieldDefinition> environment) {
				GraphQLFieldDefinition field = environment.getElement();
				FieldCoordinates coordinates = FieldCoordinates.coordinates(environment.getFieldsContainer(), field);
				if (!environment.getCodeRegistry().hasDataFetcher(coordinates)) {
					environment.getCodeRegistry().dataFetcher(coordinates, new RecordField(field.getName()));
				}
				return field;
			}
		};
	}

	@Override
	public @Nullable Object get(GraphQLFieldDefinition field, @Nullable Object source,
			Supplier<DataFetchingEnvironment> environment) throws Exception {
		if (!(source instanceof Record)) {
			return SingletonPropertyDataFetcher.singleton().get(field, source, environment);
		}
		Accessor known = this.accessor;
		if (known.type() != source.getClass()) {
			known = Accessor.of(source.getClass(), this.name);
			this.accessor = known;
		}
		return known.read().apply(source);
	}

	@Override
	public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
		return get(environment.getFieldDefinition(), environment.getSource(), () -> environment);
	}

	private record Accessor(Class<?> type, Function<Object, @Nullable Object> read) {

		/// A refusal has no more than what all payloads share: the rest of them is null.
		static Accessor of(Class<?> type, String name) {
			return new Accessor(type,
					Arrays.stream(type.getDeclaredMethods())
						.filter((method) -> method.getName().equals(name) && method.getParameterCount() == 0)
						.findFirst()
						.map((method) -> function(type, method))
						.orElse((_) -> null));
		}

		@SuppressWarnings("unchecked")
		private static Function<Object, @Nullable Object> function(Class<?> type, Method method) {
			try {
				MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
				MethodHandle handle = lookup.unreflect(method);
				return (Function<Object, @Nullable Object>) LambdaMetafactory
					.metafactory(lookup, "apply", MethodType.methodType(Function.class),
							MethodType.methodType(Object.class, Object.class), handle, handle.type().wrap())
					.getTarget()
					.invoke();
			}
			catch (Throwable impossible) {
				throw new IllegalStateException(impossible);
			}
		}

	}

}
