package com.howsmytrack.feedback.admin;

import java.util.Optional;

import com.howsmytrack.graphql.UserError;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rules that the groups still follow after a move. They are the rules of the assignment run: a group has two to
/// four requests with a track, of its genres, and any number of trackless requests. No move lets a member read feedback
/// without giving it.
///
/// The caller has locked the request, the groups and the responses.
@Component
class MoveRules {

	private static final int FEWEST_TRACKS = 2;

	private static final int MOST_TRACKS = 4;

	private final JdbcClient jdbc;

	private final RequestWithdrawal withdrawal;

	MoveRules(JdbcClient jdbc, RequestWithdrawal withdrawal) {
		this.jdbc = jdbc;
		this.withdrawal = withdrawal;
	}

	/// A trackless request joins a group of any genre, because the assignment run does
	/// the same if no group has its genre.
	Optional<UserError> whyNotJoin(CorrectedRequest request, long group) {
		Tracks tracks = tracksOf(group);
		if (request.hasTrack() && !hasGenre(group, request.genre())) {
			return Optional.of(CorrectionErrors.GENRE_DOES_NOT_FIT);
		}
		if (request.hasTrack() && tracks.all() >= MOST_TRACKS) {
			return Optional.of(CorrectionErrors.GROUP_FULL);
		}
		if (tracks.ofMembers() + request.tracks() < FEWEST_TRACKS) {
			return Optional.of(CorrectionErrors.GROUP_TOO_SMALL);
		}
		return Optional.empty();
	}

	/// The last member with a track may leave a group that the others have left.
	Optional<UserError> whyNotLeave(CorrectedRequest request, long group) {
		int remaining = tracksOf(group).ofMembers() - request.tracks();
		return (request.hasTrack() && remaining > 0 && remaining < FEWEST_TRACKS)
				? Optional.of(CorrectionErrors.GROUP_LEFT_TOO_SMALL) : Optional.empty();
	}

	/// The move deletes the forms that the owner owes.
	Optional<UserError> whyNotKeepFeedback(CorrectedRequest request, long owner, long group) {
		return (this.withdrawal.hasReceivedFeedback(request.id()) && this.withdrawal.owesForms(owner, group))
				? Optional.of(CorrectionErrors.OWNER_OWES_FEEDBACK) : Optional.empty();
	}

	/// A pending request is in no group in which written feedback could be visible, and
	/// the next assignment run could ask the same members again.
	Optional<UserError> whyNotPending(CorrectedRequest request, long owner, long group) {
		if (this.withdrawal.hasReceivedFeedback(request.id())) {
			return Optional.of(CorrectionErrors.REQUEST_HAS_RESPONSES);
		}
		return this.withdrawal.hasSubmittedFeedback(request.id(), owner, group)
				? Optional.of(CorrectionErrors.OWNER_HAS_SUBMITTED_FEEDBACK) : Optional.empty();
	}

	private boolean hasGenre(long group, String genre) {
		return this.jdbc.sql("SELECT :genre = ANY (genres) FROM feedback_group WHERE id = :group")
			.param("genre", genre)
			.param("group", group)
			.query(Boolean.class)
			.single();
	}

	/// The media type stays after a member has left, so that the members of a group do
	/// not see more tracks than a group has.
	private Tracks tracksOf(long group) {
		return this.jdbc.sql("""
				SELECT count(media_type) AS everyone, count(media_url) AS members FROM feedback_request
				WHERE feedback_group_id = :group""")
			.param("group", group)
			.query((row, _) -> new Tracks(row.getInt("everyone"), row.getInt("members")))
			.single();
	}

	/// The requests with a track in a group.
	///
	/// @param all including those of members who left
	private record Tracks(int all, int ofMembers) {
	}

}
