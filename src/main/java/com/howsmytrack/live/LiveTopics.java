package com.howsmytrack.live;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import com.howsmytrack.live.TopicReader.Items;
import reactor.core.publisher.Flux;

/// Connects writes with subscriptions, over all instances.
public interface LiveTopics {

	/// Wakes the subscriptions to these topics on all instances: after the commit of the
	/// current transaction, or at once if there is none. After a rollback, no
	/// subscription is woken. It executes no statement in the transaction.
	void changed(Set<Topic> topics);

	/// Like [#changed], for a change that concerns most topics of a kind.
	void allChanged(String kind);

	/// Emits the items after a position. A subscription reads at its start, when its
	/// topic changes, and at the poll interval. It does not end by itself.
	///
	/// While the subscriber requests no items, a subscription keeps only the fact that
	/// its topic has changed. While the database is unavailable, it emits nothing, and
	/// reads again later. Another failure of the reader ends it with that failure.
	<C, T> Flux<T> follow(Topic topic, C start, TopicReader<C, T> reader);

	/// Emits a state, for example counts: the current state first, and then each state
	/// that is read and differs from the previous one. States between two reads are
	/// omitted.
	/// @param state reads the current state
	default <T> Flux<T> followState(Topic topic, Supplier<T> state) {
		return follow(topic, Optional.<T>empty(), (last) -> {
			Optional<T> current = Optional.of(state.get());
			return new Items<>(current.equals(last) ? List.of() : List.of(current.get()), current, false);
		});
	}

}
