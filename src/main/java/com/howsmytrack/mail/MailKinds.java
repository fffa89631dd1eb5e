package com.howsmytrack.mail;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

/// All kinds of mail that are registered in this application, in the order of their names.
///
/// A [MailTemplate] must not depend on this class, because this class depends on all templates.
@Component
public class MailKinds {

	private final List<MailKind> kinds;

	MailKinds(MailTemplates templates) {
		this.kinds = templates.kinds();
	}

	/// Those that members can switch off.
	public List<MailKind> optional() {
		return this.kinds.stream().filter(MailKind::isOptional).toList();
	}

	/// Empty if there is no such kind, or members cannot switch it off.
	public Optional<MailKind> findOptional(String name) {
		return optional().stream().filter((kind) -> kind.name().equals(name)).findFirst();
	}

}
