package com.howsmytrack.mail;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/// The writers of all kinds that this version knows. A letter of a newer version's kind waits for an instance of
/// that version.
@Component
class MailTemplates {

	private final Map<String, MailTemplate> byKind;

	MailTemplates(List<MailTemplate> writers) {
		this.byKind = writers.stream().collect(Collectors.toUnmodifiableMap(MailTemplate::kind, Function.identity()));
	}

	MailTemplate of(String kind) {
		return Objects.requireNonNull(this.byKind.get(kind), () -> "Nobody writes mails of the kind " + kind);
	}

	Collection<String> kinds() {
		return this.byKind.keySet();
	}

}
