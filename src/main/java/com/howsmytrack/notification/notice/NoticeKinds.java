package com.howsmytrack.notification.notice;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/// All kinds of notices of this version. Notices of a kind that a newer version added are not shown.
@Component
class NoticeKinds {

	private final List<NoticeKind> kinds;

	private final Map<String, NoticeKind> byName;

	private final List<String> names;

	NoticeKinds(List<NoticeKind> kinds) {
		this.kinds = List.copyOf(kinds);
		this.byName = kinds.stream().collect(Collectors.toMap((kind) -> kind.kind().name(), Function.identity()));
		this.names = this.byName.keySet().stream().sorted().toList();
	}

	List<NoticeKind> all() {
		return this.kinds;
	}

	/// The registered kind of that name.
	NoticeKind of(String name) {
		return Objects.requireNonNull(this.byName.get(name), () -> "No notice kind " + name);
	}

	List<String> names() {
		return this.names;
	}

}
