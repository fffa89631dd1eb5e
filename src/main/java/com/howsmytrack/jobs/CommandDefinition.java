package com.howsmytrack.jobs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares the name and the arguments of a [Command].
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CommandDefinition {

	/// Lower-case words joined by hyphens; unique among jobs and commands.
	String name();

	/// The names of the arguments, as the list of commands shows them. All are required.
	String[] arguments() default {};

	/// Whether the command uses JPA entities and repositories. Otherwise Hibernate is not
	/// started, which takes longer than most commands.
	boolean usesEntities() default false;

}
