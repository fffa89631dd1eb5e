package com.howsmytrack.testing;

import java.util.Optional;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.jspecify.annotations.Nullable;

/// Skips tests that need a program which is not installed, or fails them. If they are skipped, one line at the end of all
/// tests reports it. With `CI=true` in the environment or the value `required` of a system property, they fail instead.
public abstract class InstallationCondition implements ExecutionCondition, BeforeAllCallback {

	private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace
		.create(InstallationCondition.class);

	private final String tests;

	private final Optional<String> missing;

	private final boolean required;

	/// @param tests names the tests, as in `TESTS IN A BROWSER`
	/// @param missing what must be installed; empty if everything is installed
	/// @param required whether the tests fail if something is missing
	protected InstallationCondition(String tests, Optional<String> missing, boolean required) {
		this.tests = tests;
		this.missing = missing;
		this.required = required;
	}

	protected static boolean isRequired(String property) {
		return isRequired(System.getenv("CI"), System.getProperty(property));
	}

	public static boolean isRequired(@Nullable String ci, @Nullable String property) {
		return "true".equals(ci) || "required".equals(property);
	}

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (this.missing.isEmpty() || this.required) {
			return ConditionEvaluationResult.enabled("Installed or required");
		}
		context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(this.tests, (key) -> new Warning(key, this.missing.get()), Warning.class);
		return ConditionEvaluationResult.disabled(this.missing.get());
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		if (this.required) {
			this.missing.ifPresent((reason) -> {
				throw new AssertionError(reason);
			});
		}
	}

	/// Printed when all tests have ended, because the log of the tests is long.
	private record Warning(String tests, String reason) implements AutoCloseable {

		@Override
		public void close() {
			System.out.println("WARNING: " + this.tests + " WERE SKIPPED. " + this.reason);
		}

	}

}
