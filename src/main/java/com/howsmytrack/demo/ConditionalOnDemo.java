package com.howsmytrack.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/// Matches in the service, but not for commands. The demo is loaded into the embedded database by default, and into another
/// database only if `howsmytrack.demo.enabled` is set.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnWebApplication
@Conditional(ConditionalOnDemo.OnDemo.class)
@interface ConditionalOnDemo {

	class OnDemo implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			Environment environment = context.getEnvironment();
			boolean embedded = !StringUtils.hasText(environment.getProperty("DATABASE_URL"));
			return environment.getProperty("howsmytrack.demo.enabled", Boolean.class, embedded);
		}

	}

}
