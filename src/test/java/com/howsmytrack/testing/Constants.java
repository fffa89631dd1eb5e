package com.howsmytrack.testing;

import java.lang.reflect.Field;
import java.util.List;

import com.howsmytrack.HowsMyTrackApplication;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/// The constants of a type that the modules declare, for tests that compare them with the schema.
public final class Constants {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackagesOf(HowsMyTrackApplication.class);

	private Constants() {
	}

	/// The values of all static fields of that type in main classes.
	public static <T> List<T> of(Class<T> type) {
		return CLASSES.stream()
			.flatMap((declaring) -> declaring.getFields().stream())
			.filter((field) -> field.getModifiers().contains(JavaModifier.STATIC))
			.filter((field) -> field.getRawType().isEquivalentTo(type))
			.map((field) -> type.cast(value(field)))
			.toList();
	}

	/// Where a value of that type is created by code other than the initialization of a
	/// constant.
	public static List<String> createdOutsideConstants(Class<?> type) {
		return CLASSES.stream()
			.flatMap((declaring) -> declaring.getConstructorCallsFromSelf().stream())
			.filter((call) -> call.getTargetOwner().isEquivalentTo(type))
			.filter((call) -> !(call.getOrigin() instanceof JavaStaticInitializer))
			.map(JavaConstructorCall::getDescription)
			.toList();
	}

	private static Object value(JavaField field) {
		try {
			Field reflected = field.reflect();
			reflected.setAccessible(true);
			return reflected.get(null);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
