package com.howsmytrack.testing;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;

import com.jayway.jsonpath.JsonPath;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/// The response to an executed operation. Paths start below `data`, as in `feedbackGroup.members`.
public record Answer(HttpResponse<String> response) {

	static Answer of(HttpResponse<String> response) {
		return new Answer(response);
	}

	public <T> @Nullable T at(String path) {
		return JsonPath.read(this.response.body(), "$.data." + path);
	}

	public int number(String path) {
		return Objects.requireNonNull(this.<Integer>at(path), path);
	}

	public List<String> errorMessages() {
		return this.response.body().contains("\"errors\"") ? JsonPath.read(this.response.body(), "$.errors[*].message")
				: List.of();
	}

	/// The value at a path below `errors`, as in `[0].extensions.classification`.
	public <T> @Nullable T error(String path) {
		return JsonPath.read(this.response.body(), "$.errors" + path);
	}

	public Answer hasNoErrors() {
		Assertions.assertThat(this.response.statusCode()).isEqualTo(200);
		Assertions.assertThat(errorMessages()).as(this.response.body()).isEmpty();
		return this;
	}

	public Answer with(String path, @Nullable Object expected) {
		Assertions.assertThat(this.<Object>at(path)).as(this.response.body()).isEqualTo(expected);
		return this;
	}

	/// Checks a payload with exactly one user error and no other errors. The operation
	/// must select [AdminApi#PAYLOAD_FIELDS].
	public Answer hasUserError(String mutation, String code, String message, @Nullable String argument) {
		hasNoErrors();
		with(mutation + ".success", false);
		with(mutation + ".error", message);
		with(mutation + ".userErrors.length()", 1);
		with(mutation + ".userErrors[0].code", code);
		with(mutation + ".userErrors[0].message", message);
		with(mutation + ".userErrors[0].argument", argument);
		return this;
	}

	/// Checks the payload of a successful mutation.
	public Answer succeeded(String mutation) {
		hasNoErrors();
		with(mutation + ".success", true);
		with(mutation + ".error", null);
		return this;
	}

}
