package com.howsmytrack.attacks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/// All that colluding members know about one group in which at least one of them is. Members are identified by the ids of
/// their requests, because each page about a group shows the tracks of the other members.
final class GroupNotes {

	/// What one of the colluding members saw at one moment.
	///
	/// @param received the responses on the own track; null before the own forms are
	/// submitted
	/// @param answers the answers to attempts to rate guessed ids on the own track
	record Sight(Instant at, int count, @Nullable Set<Integer> received, Map<Integer, String> answers) {

		/// The ids that certainly belong to submitted responses on the track.
		Set<Integer> submitted() {
			Set<Integer> ids = new HashSet<>((this.received != null) ? this.received : Set.of());
			this.answers.forEach((id, answer) -> {
				if (answer.equals("INVALID_RATING") || answer.equals("ALREADY_RATED")) {
					ids.add(id);
				}
			});
			return ids;
		}

		/// The ids that certainly belong to unsubmitted forms about the track.
		Set<Integer> forms() {
			Set<Integer> ids = new HashSet<>();
			this.answers.forEach((id, answer) -> {
				if (answer.equals("NOT_SUBMITTED")) {
					ids.add(id);
				}
			});
			return ids;
		}

	}

	/// A reply by the owner of a track below a response of a colluding member. The owner
	/// has submitted all own forms before.
	///
	/// @param owner the request of the owner
	/// @param seen when the colluding members first saw it
	/// @param shown the time that the page shows
	record OwnersReply(long owner, Instant seen, Instant shown) {
	}

	/// A member who left.
	///
	/// @param last when the request was last seen
	/// @param missed when it was missing
	record Leaving(Instant last, Instant missed) {
	}

	private final Map<Long, List<Sight>> sights = new TreeMap<>();

	private final Map<Integer, Long> ownResponses = new HashMap<>();

	private final Map<Long, Instant> others = new LinkedHashMap<>();

	private final Map<Long, Instant> lastSeen = new HashMap<>();

	private final Map<Long, Leaving> left = new HashMap<>();

	private final Map<Integer, Long> newcomers = new HashMap<>();

	private final Map<Long, OwnersReply> replies = new HashMap<>();

	private final Map<Integer, Instant> times = new HashMap<>();

	private final Instant formed;

	GroupNotes(Instant formed) {
		this.formed = formed;
	}

	void sawOwnResponse(int id, long about, Instant now) {
		if (this.ownResponses.put(id, about) == null && now.isAfter(this.formed)) {
			this.newcomers.put(id, about);
		}
	}

	void sawOther(long request, Instant now) {
		this.others.putIfAbsent(request, now);
		this.lastSeen.put(request, now);
	}

	/// All requests that are still there were reported to [#sawOther] before.
	void missedOthers(Instant now) {
		this.lastSeen.forEach((request, last) -> {
			if (last.isBefore(now)) {
				this.left.putIfAbsent(request, new Leaving(last, now));
			}
		});
	}

	void saw(long track, Sight sight) {
		this.others.remove(track);
		this.lastSeen.remove(track);
		this.sights.computeIfAbsent(track, (_) -> new ArrayList<>()).add(sight);
	}

	void sawReply(OwnersReply reply) {
		this.replies.putIfAbsent(reply.owner(), reply);
	}

	void sawTime(int response, Instant time) {
		this.times.put(response, time);
	}

	boolean hasReplyOf(long owner) {
		return this.replies.containsKey(owner);
	}

	/// The requests of the colluding members, with what they saw of them.
	Map<Long, List<Sight>> sights() {
		return this.sights;
	}

	/// The responses and forms of the colluding members, with the request that they are
	/// about.
	Map<Integer, Long> ownResponses() {
		return this.ownResponses;
	}

	/// The requests of the other members: each of them can have written each response.
	Set<Long> others() {
		Set<Long> requests = new HashSet<>(this.others.keySet());
		requests.removeAll(this.sights.keySet());
		return requests;
	}

	Map<Long, Leaving> left() {
		return this.left;
	}

	/// Own forms that appeared after the assignment run, with the request that they are
	/// about: an operator moved a member into the group.
	Map<Integer, Long> newcomers() {
		return this.newcomers;
	}

	List<OwnersReply> replies() {
		return List.copyOf(this.replies.values());
	}

	/// The times of submission that an export showed.
	Map<Integer, Instant> times() {
		return this.times;
	}

	/// Whether the ids of the forms of the assignment run are next to each other, as the
	/// values of a sequence.
	boolean idsAreDense() {
		return lastFormedId() - firstFormedId() < forms();
	}

	/// The number of forms that the assignment run created.
	int forms() {
		int members = this.sights.size() + (int) this.others().stream().filter(this::isOriginal).count();
		return members * (members - 1);
	}

	private boolean isOriginal(long request) {
		return !this.newcomers.containsValue(request);
	}

	int firstFormedId() {
		return this.ownResponses.keySet()
			.stream()
			.filter((id) -> !this.newcomers.containsKey(id))
			.min(Integer::compare)
			.orElse(0);
	}

	int lastFormedId() {
		return this.ownResponses.keySet()
			.stream()
			.filter((id) -> !this.newcomers.containsKey(id))
			.max(Integer::compare)
			.orElse(0);
	}

}
