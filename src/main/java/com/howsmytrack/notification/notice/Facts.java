package com.howsmytrack.notification.notice;

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// The facts of a notice or of its mail, as they were stored: the parameters of the texts.
record Facts(Map<String, ?> values) {

	long number(String name) {
		return ((Number) value(name)).longValue();
	}

	@Nullable Long numberOrNull(String name) {
		return (this.values.get(name) instanceof Number number) ? number.longValue() : null;
	}

	String text(String name) {
		return (String) value(name);
	}

	@Nullable String textOrNull(String name) {
		return (this.values.get(name) instanceof String text) ? text : null;
	}

	boolean flag(String name) {
		return (Boolean) value(name);
	}

	private Object value(String name) {
		return Objects.requireNonNull(this.values.get(name), name);
	}

}
