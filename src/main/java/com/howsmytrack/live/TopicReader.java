package com.howsmytrack.live;

import java.util.List;

/// Reads what a subscription emits next. It is called on a virtual thread, outside any transaction. Many subscriptions
/// read at the same time, so a reader of the database uses a `BatchingReader`, which executes at most two statements at
/// once.
///
/// @param <C> a position in the topic, such as the number of the last message
/// @param <T> an item that subscriptions emit
@FunctionalInterface
public interface TopicReader<C, T> {

	/// Reads the items after the position, or the first of them.
	Items<C, T> after(C cursor);

	/// The result of a read.
	///
	/// @param items in the order in which the subscription emits them; empty if nothing
	/// is new
	/// @param cursor the position after these items
	/// @param more whether more items can be read at once
	record Items<C, T>(List<T> items, C cursor, boolean more) {
	}

}
