package com.howsmytrack.attacks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.howsmytrack.attacks.GroupNotes.Leaving;
import com.howsmytrack.attacks.GroupNotes.OwnersReply;
import com.howsmytrack.attacks.GroupNotes.Sight;
import org.jspecify.annotations.Nullable;

/// Finds the writers that colluding members can name with certainty.
///
/// It lists every possible assignment of the received responses of a group to the other members, and removes those that
/// contradict the evidence. A writer is named if all remaining assignments agree. Without evidence, the members still know
/// their own responses and which responses appeared after a member had left; what follows from that alone cannot be
/// prevented, as in a group of two.
final class WriterInference {

	enum Evidence {

		/// Forms of a member whom an operator moved have later ids than all others of the
		/// group.
		ORDER_OF_IDS,

		/// Two responses with exactly the same time have the same writer. A member who
		/// replied had submitted all forms before.
		EXACT_TIMES,

		/// A member who replied has written one of the visible responses.
		FIRST_REPLY,

		/// The answers to guessed ids show forms, and which of them are deleted when a
		/// member leaves.
		GUESSED_IDS

	}

	private final GroupNotes notes;

	private final Duration releaseInterval;

	WriterInference(GroupNotes notes, Duration releaseInterval) {
		this.notes = notes;
		this.releaseInterval = releaseInterval;
	}

	/// The named writers by response.
	Map<Integer, Long> named(Set<Evidence> evidence) {
		List<Map<Integer, Long>> possible = List.of(Map.of());
		Set<Integer> readable = new HashSet<>();
		for (Map.Entry<Long, List<Sight>> track : this.notes.sights().entrySet()) {
			Set<Integer> ids = unknown(track.getValue(), evidence.contains(Evidence.GUESSED_IDS));
			track.getValue().stream().map(Sight::received).forEach((received) -> {
				if (received != null) {
					readable.addAll(received);
				}
			});
			Predicate<Map<Integer, Long>> consistent = consistent(track.getValue(), evidence);
			possible = combine(possible, assignments(List.copyOf(ids)).stream().filter(consistent).toList());
		}
		if (evidence.contains(Evidence.EXACT_TIMES)) {
			possible = possible.stream().filter(this::sameTimeMeansSameWriter).toList();
		}
		if (possible.isEmpty()) {
			throw new IllegalStateException("The evidence contradicts itself: " + evidence);
		}
		Map<Integer, Long> named = new HashMap<>(possible.getFirst());
		possible.forEach((assignment) -> named.entrySet().removeAll(different(named, assignment)));
		named.keySet().retainAll(readable);
		return named;
	}

	/// The number of received responses, without those of the colluding members.
	int unknown() {
		return this.notes.sights().values().stream().mapToInt((sights) -> unknown(sights, false).size()).sum();
	}

	private static Collection<Map.Entry<Integer, Long>> different(Map<Integer, Long> one, Map<Integer, Long> other) {
		return one.entrySet().stream().filter((entry) -> !entry.getValue().equals(other.get(entry.getKey()))).toList();
	}

	/// The responses and forms on a track, without those of the colluding members.
	private Set<Integer> unknown(List<Sight> sights, boolean guessed) {
		Set<Integer> ids = new TreeSet<>();
		for (Sight sight : sights) {
			if (guessed) {
				ids.addAll(sight.submitted());
				ids.addAll(sight.forms());
			}
			else if (sight.received() != null) {
				ids.addAll(sight.received());
			}
		}
		ids.removeAll(this.notes.ownResponses().keySet());
		return ids;
	}

	/// Each member has written at most one response on a track.
	private List<Map<Integer, Long>> assignments(List<Integer> ids) {
		if (ids.isEmpty()) {
			return List.of(Map.of());
		}
		List<Map<Integer, Long>> assignments = new ArrayList<>();
		for (Map<Integer, Long> rest : assignments(ids.subList(1, ids.size()))) {
			for (long writer : this.notes.others()) {
				if (!rest.containsValue(writer)) {
					Map<Integer, Long> assignment = new HashMap<>(rest);
					assignment.put(ids.getFirst(), writer);
					assignments.add(assignment);
				}
			}
		}
		return assignments;
	}

	private static List<Map<Integer, Long>> combine(List<Map<Integer, Long>> some, List<Map<Integer, Long>> others) {
		List<Map<Integer, Long>> combined = new ArrayList<>();
		for (Map<Integer, Long> one : some) {
			for (Map<Integer, Long> other : others) {
				Map<Integer, Long> both = new HashMap<>(one);
				both.putAll(other);
				combined.add(both);
			}
		}
		return combined;
	}

	private Predicate<Map<Integer, Long>> consistent(List<Sight> sights, Set<Evidence> evidence) {
		Predicate<Map<Integer, Long>> consistent = (assignment) -> noneAfterLeaving(sights, assignment);
		for (Evidence kind : evidence) {
			consistent = consistent.and(switch (kind) {
				case ORDER_OF_IDS -> this::newcomersHaveLaterIds;
				case EXACT_TIMES -> this::repliersWroteBefore;
				case FIRST_REPLY -> (assignment) -> repliersHaveResponses(sights, assignment);
				case GUESSED_IDS -> (assignment) -> formsVanishWithTheirMember(sights, assignment);
			});
		}
		return consistent;
	}

	/// A response that appears in a later batch than the one after the leaving was
	/// written by another member. No measure can remove this evidence.
	private boolean noneAfterLeaving(List<Sight> sights, Map<Integer, Long> assignment) {
		return between(sights).allMatch((step) -> {
			Set<Integer> before = step.before().received();
			Set<Integer> after = step.after().received();
			if (before == null || after == null) {
				return true;
			}
			Instant earliest = step.before().at().minus(this.releaseInterval);
			return assignment.entrySet()
				.stream()
				.filter((entry) -> after.contains(entry.getKey()) && !before.contains(entry.getKey()))
				.map((entry) -> this.notes.left().get(entry.getValue()))
				.allMatch((leaving) -> leaving == null || leaving.missed().isAfter(earliest));
		});
	}

	/// The forms of the assignment run fill a range of ids. Ids between the last own form
	/// and the end of that range are not certain.
	private boolean newcomersHaveLaterIds(Map<Integer, Long> assignment) {
		return !this.notes.idsAreDense() || assignment.entrySet().stream().allMatch((entry) -> {
			boolean byNewcomer = this.notes.newcomers().containsValue(entry.getValue());
			boolean formedLater = entry.getKey() - this.notes.firstFormedId() >= this.notes.forms();
			return byNewcomer ? entry.getKey() > this.notes.lastFormedId() : !formedLater;
		});
	}

	private boolean sameTimeMeansSameWriter(Map<Integer, Long> assignment) {
		Map<Integer, Instant> times = this.notes.times();
		return assignment.entrySet()
			.stream()
			.allMatch((one) -> assignment.entrySet()
				.stream()
				.filter((other) -> times.containsKey(one.getKey())
						&& times.get(one.getKey()).equals(times.get(other.getKey())))
				.allMatch((other) -> one.getValue().equals(other.getValue())));
	}

	/// A member who replied had written a response on each track before.
	private boolean repliersWroteBefore(Map<Integer, Long> assignment) {
		Map<Integer, Instant> times = this.notes.times();
		return times.isEmpty() || this.notes.replies()
			.stream()
			.allMatch((reply) -> assignment.entrySet()
				.stream()
				.filter((entry) -> entry.getValue() == reply.owner())
				.anyMatch((entry) -> !times.getOrDefault(entry.getKey(), Instant.MAX).isAfter(reply.shown())));
	}

	/// When a reply is visible, the response of the member who replied is, too.
	private boolean repliersHaveResponses(List<Sight> sights, Map<Integer, Long> assignment) {
		return this.notes.replies().stream().allMatch((reply) -> isAmongReceived(reply, sights, assignment));
	}

	private static boolean isAmongReceived(OwnersReply reply, List<Sight> sights, Map<Integer, Long> assignment) {
		return sights.stream()
			.filter((sight) -> !sight.at().isBefore(reply.seen()))
			.flatMap((sight) -> Stream.ofNullable(sight.received()))
			.allMatch((received) -> received.stream().anyMatch((id) -> isBy(reply.owner(), assignment.get(id))));
	}

	private static boolean isBy(long writer, @Nullable Long assigned) {
		return assigned != null && assigned == writer;
	}

	private boolean formsVanishWithTheirMember(List<Sight> sights, Map<Integer, Long> assignment) {
		return between(sights).allMatch((step) -> {
			Set<Long> leaving = leftBetween(step.before().at(), step.after().at());
			Set<Integer> vanished = new HashSet<>(step.before().forms());
			vanished.removeAll(step.after().forms());
			vanished.removeAll(step.after().submitted());
			return assignment.entrySet()
				.stream()
				.allMatch((entry) -> vanished.contains(entry.getKey()) ? leaving.contains(entry.getValue())
						: !leaving.contains(entry.getValue()) || !step.after().forms().contains(entry.getKey()));
		});
	}

	private Set<Long> leftBetween(Instant before, Instant after) {
		Set<Long> requests = new HashSet<>();
		this.notes.left().forEach((request, leaving) -> {
			if (isWithin(leaving, before, after)) {
				requests.add(request);
			}
		});
		return requests;
	}

	private static boolean isWithin(Leaving leaving, Instant before, Instant after) {
		return leaving.missed().isAfter(before) && !leaving.missed().isAfter(after);
	}

	private static Stream<Step> between(List<Sight> sights) {
		return IntStream.range(1, sights.size())
			.mapToObj((index) -> new Step(sights.get(index - 1), sights.get(index)));
	}

	private record Step(Sight before, Sight after) {
	}

}
