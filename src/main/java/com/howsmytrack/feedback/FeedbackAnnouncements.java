package com.howsmytrack.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.howsmytrack.account.AccountId;

/// Tells what members have to be told about: feedback that they can read, and replies that wait for them. Each response
/// and each reply is announced once, and only after its release, so that no announcement tells when it was written.
public interface FeedbackAnnouncements {

	/// Marks the responses of a batch as announced, in the caller's transaction. A
	/// response is due when its owner has no open forms in the group and has not rated
	/// it, and when no other response on the track was announced since the beginning of
	/// the period.
	/// @param period the beginning of the current period
	/// @return one element for each track
	List<FeedbackToRead> announceFeedback(Batch batch, Instant period);

	/// Marks the replies of a batch as announced, in the caller's transaction. A reply is
	/// due while it is unread, and if its reader can open the conversation or only has to
	/// rate the response first.
	/// @return one element for each conversation
	List<ReplyToRead> announceReplies(Batch batch);

	/// Whether the owner can read a response on the track that the owner has not rated.
	boolean isFeedbackToRead(long request, AccountId owner);

	/// The replies in the conversation that the reader has not read. Empty if there is
	/// none.
	Optional<ReplyToRead> findReplyToRead(long response, AccountId reader);

	/// A batch of announcements.
	///
	/// @param time everything that was released up to this time belongs to the batch
	/// @param oldest what was released before is no longer announced
	record Batch(Instant time, Instant oldest) {
	}

}
