package com.howsmytrack.mail;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

/// The templates of all mail kinds of this version. A mail whose kind was added by a newer version stays queued
/// until an instance of that version sends it.
@Component
class MailTemplates {

	private final Map<String, MailTemplate> byKind = new HashMap<>();

	MailTemplates(List<MailTemplate> templates) {
		templates.forEach((template) -> Assert.state(this.byKind.put(template.kind().name(), template) == null,
				() -> "Two templates for the mail kind " + template.kind().name()));
	}

	MailTemplate of(MailKind kind) {
		return of(kind.name());
	}

	/// The registered kind of that name.
	MailKind kind(String name) {
		return of(name).kind();
	}

	/// In the order of their names.
	List<MailKind> kinds() {
		return this.byKind.values()
			.stream()
			.map(MailTemplate::kind)
			.sorted(Comparator.comparing(MailKind::name))
			.toList();
	}

	private MailTemplate of(String kind) {
		return Objects.requireNonNull(this.byKind.get(kind), () -> "No template for the mail kind " + kind);
	}

}
