package com.howsmytrack.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// A set of changed topics of limited size. Instances exchange it as text, for example `notifications:12,15` and
/// `rooms:*`.
final class ChangedTopics {

	/// Above this number, waking all subscriptions costs less than naming the topics.
	static final int MAX_TOPICS = 4_000;

	/// PostgreSQL rejects payloads of 8000 bytes. The rest is for the sender's id.
	private static final int MAX_PAYLOAD = 7_900;

	private static final String ALL = "*";

	private final Set<Topic> topics = new HashSet<>();

	/// Kinds of which all topics have changed.
	private final Set<String> kinds = new HashSet<>();

	private boolean all;

	void add(Collection<Topic> changed) {
		changed.forEach((topic) -> {
			if (!this.all && !this.kinds.contains(topic.kind())) {
				this.topics.add(topic);
			}
		});
		if (this.topics.size() > MAX_TOPICS) {
			addAll();
		}
	}

	void addKind(String kind) {
		if (!this.all) {
			this.topics.removeIf((topic) -> topic.kind().equals(kind));
			this.kinds.add(kind);
		}
	}

	void addAll() {
		this.all = true;
		this.topics.clear();
		this.kinds.clear();
	}

	void add(ChangedTopics other) {
		if (other.all) {
			addAll();
		}
		other.kinds.forEach(this::addKind);
		add(other.topics);
	}

	boolean isEmpty() {
		return !this.all && this.kinds.isEmpty() && this.topics.isEmpty();
	}

	boolean isAll() {
		return this.all;
	}

	Set<String> kinds() {
		return this.kinds;
	}

	Set<Topic> topics() {
		return this.topics;
	}

	/// Texts that each fit into one notification.
	List<String> payloads() {
		if (this.all) {
			return List.of(ALL);
		}
		List<String> payloads = new ArrayList<>();
		this.kinds.forEach((kind) -> payloads.add(kind + ":" + ALL));
		TreeMap<String, StringBuilder> lines = new TreeMap<>();
		for (Topic topic : this.topics) {
			StringBuilder line = lines.computeIfAbsent(topic.kind(), (kind) -> new StringBuilder(kind + ":"));
			if (line.charAt(line.length() - 1) != ':') {
				line.append(',');
			}
			line.append(topic.number());
			if (line.length() > MAX_PAYLOAD - 20) {
				payloads.add(lines.remove(topic.kind()).toString());
			}
		}
		lines.values().forEach((line) -> payloads.add(line.toString()));
		return payloads;
	}

	/// A text that cannot be parsed, for example of another version, stands for all
	/// topics.
	static ChangedTopics parse(String payload) {
		ChangedTopics changed = new ChangedTopics();
		int colon = payload.indexOf(':');
		try {
			if (colon < 0) {
				changed.addAll();
			}
			else if (payload.substring(colon + 1).equals(ALL)) {
				String kind = payload.substring(0, colon);
				Topic.requireKind(kind);
				changed.addKind(kind);
			}
			else {
				String kind = payload.substring(0, colon);
				for (String number : payload.substring(colon + 1).split(",", -1)) {
					changed.topics.add(new Topic(kind, Long.parseLong(number)));
				}
			}
		}
		catch (IllegalArgumentException unknownFormat) {
			changed.addAll();
		}
		return changed;
	}

	@Override
	public String toString() {
		return payloads().toString();
	}

}
