package com.howsmytrack.graphql;

import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.module.SimpleModule;

import org.springframework.graphql.server.support.SerializableGraphQlRequest;
import org.springframework.stereotype.Component;

/// Makes the body `null` as malformed as every other that is no object. Spring for GraphQL would stumble
/// over it and answer 500.
@Component
class NoNullRequests extends SimpleModule {

	NoNullRequests() {
		super("no null requests");
		setDeserializerModifier(new ValueDeserializerModifier() {
			@Override
			public ValueDeserializer<?> modifyDeserializer(DeserializationConfig config,
					BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
				return (description.getBeanClass() == SerializableGraphQlRequest.class) ? new NeverNull(deserializer)
						: deserializer;
			}
		});
	}

	private static final class NeverNull extends DelegatingDeserializer {

		NeverNull(ValueDeserializer<?> deserializer) {
			super(deserializer);
		}

		@Override
		protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
			return new NeverNull(deserializer);
		}

		@Override
		public Object getNullValue(DeserializationContext context) {
			return context.reportInputMismatch(SerializableGraphQlRequest.class, "null is no request");
		}

	}

}
