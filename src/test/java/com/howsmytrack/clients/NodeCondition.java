package com.howsmytrack.clients;

import java.util.Optional;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.jspecify.annotations.Nullable;

/// Skips the tests of [NeedsNode], or fails them.
class NodeCondition implements ExecutionCondition, BeforeAllCallback {

	private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(NodeCondition.class);

	private final Optional<String> missing;

	private final boolean required;

	NodeCondition() {
		this(NodeInstallation.ofTests().missing(), isRequired(System.getenv("CI"), System.getProperty("tests.node")));
	}

	/// @param missing what must be installed; empty if everything is installed
	/// @param required whether the tests fail if something is missing
	NodeCondition(Optional<String> missing, boolean required) {
		this.missing = missing;
		this.required = required;
	}

	static boolean isRequired(@Nullable String ci, @Nullable String property) {
		return "true".equals(ci) || "required".equals(property);
	}

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (this.missing.isEmpty() || this.required) {
			return ConditionEvaluationResult.enabled("Node.js is installed or required");
		}
		context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(Warning.class, (key) -> new Warning(this.missing.get()), Warning.class);
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
	private record Warning(String reason) implements AutoCloseable {

		@Override
		public void close() {
			System.out.println("WARNING: TESTS WITH THE CLIENTS FROM NPM WERE SKIPPED. " + this.reason);
		}

	}

}
