package com.howsmytrack.feedback.reply;

import com.howsmytrack.account.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// The conversation below a response, between the responder and the owner of the track. The owner takes part once they
/// have submitted their own forms in the group and rated the response, so that replies cannot influence the rating.
@Entity
@Immutable
@Table(name = "feedback_response")
class Conversation {

	@Id
	private int id;

	private @Nullable Long ownerId;

	private @Nullable Long responderId;

	private boolean allowReplies;

	private @Nullable Short rating;

	/// Whether the responder can see the response: with a request in the group of the
	/// track, or with the request that a move separated from the track. False after an
	/// operator removed that request.
	@Formula("""
			(EXISTS (SELECT FROM feedback_request AS track
				JOIN feedback_request AS theirs ON theirs.feedback_group_id = track.feedback_group_id
					AND theirs.account_id = responder_id
				WHERE track.id = feedback_request_id)
			OR EXISTS (SELECT FROM feedback_request AS theirs
				WHERE theirs.id = responder_request_id AND theirs.account_id = responder_id))""")
	private boolean visibleToResponder;

	/// The condition of `OpenForms`, negated.
	@Formula("""
			EXISTS (SELECT FROM feedback_request AS track
				JOIN feedback_request AS about ON about.feedback_group_id = track.feedback_group_id
				JOIN feedback_response AS form ON form.feedback_request_id = about.id
				WHERE track.id = feedback_request_id AND form.responder_id = owner_id
					AND form.submitted_at IS NULL)""")
	private boolean ownerHasOpenForms;

	@SuppressWarnings("NullAway.Init")
	protected Conversation() {
	}

	int id() {
		return this.id;
	}

	boolean includes(AccountId member) {
		return isOwner(member) || (this.responderId != null && this.responderId == member.value());
	}

	boolean isOwner(AccountId member) {
		return this.ownerId != null && this.ownerId == member.value();
	}

	/// Whether the member owns the track and must first submit all own forms in the
	/// group. Until then, the member gets the answer for an unknown response.
	boolean isHiddenFrom(AccountId member) {
		return isOwner(member) && this.ownerHasOpenForms;
	}

	/// Whether the member may reply, unless an earlier reply closed the conversation.
	boolean allowsReplyOf(AccountId member) {
		return this.allowReplies && (this.rating != null || !isOwner(member));
	}

	/// The member for whom a reply is unread. Null if that member cannot see the group,
	/// because the reply would stay unread permanently.
	@Nullable AccountId readerOfReplyBy(AccountId author) {
		Long reader = isOwner(author) ? (this.visibleToResponder ? this.responderId : null) : this.ownerId;
		return (reader != null) ? new AccountId(reader) : null;
	}

}
