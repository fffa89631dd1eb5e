package com.howsmytrack.notification.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/// All kinds of notices of this version. Notices of a kind that a newer version added are not shown.
@Component
class NoticeKinds {

	private final List<NoticeKind> kinds;

	private final Map<String, NoticeKind> byName;

	NoticeKinds(List<NoticeKind> kinds) {
		this.kinds = List.copyOf(kinds);
		this.byName = kinds.stream().collect(Collectors.toMap((kind) -> kind.kind().name(), Function.identity()));
	}

	List<NoticeKind> all() {
		return this.kinds;
	}

	Optional<NoticeKind> find(String name) {
		return Optional.ofNullable(this.byName.get(name));
	}

	List<String> names() {
		return this.byName.keySet().stream().sorted().toList();
	}

}
