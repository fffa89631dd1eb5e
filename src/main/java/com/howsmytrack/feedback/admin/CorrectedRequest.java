package com.howsmytrack.feedback.admin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/// A request that an operator corrects: the columns that a correction can change.
@Entity
@Table(name = "feedback_request")
class CorrectedRequest {

	@Id
	private long id;

	private @Nullable Long accountId;

	private @Nullable String mediaUrl;

	private @Nullable String trackKey;

	/// Only Hibernate reads it.
	@SuppressWarnings("UnusedVariable")
	private @Nullable String redirectToken;

	@Column(nullable = false, updatable = false)
	private String genre;

	@Column(columnDefinition = "text")
	private @Nullable String feedbackPrompt;

	@Column(nullable = false)
	private boolean emailWhenGrouped;

	private @Nullable Long feedbackGroupId;

	@SuppressWarnings("NullAway.Init")
	protected CorrectedRequest() {
	}

	long id() {
		return this.id;
	}

	/// Null if the account was deleted or the request was removed from its group.
	@Nullable Long owner() {
		return this.accountId;
	}

	/// What identifies the track among pending requests. Null without a track.
	@Nullable String trackIdentity() {
		return (this.trackKey != null) ? this.trackKey : this.mediaUrl;
	}

	boolean hasTrack() {
		return this.mediaUrl != null;
	}

	/// One, or zero for a trackless request.
	int tracks() {
		return hasTrack() ? 1 : 0;
	}

	String genre() {
		return this.genre;
	}

	/// Null if the request is pending.
	@Nullable Long group() {
		return this.feedbackGroupId;
	}

	/// Null makes the request pending.
	void moveTo(@Nullable Long group) {
		this.feedbackGroupId = group;
	}

	/// Keeps the media type: a request with a track still counts as a member with a track
	/// in its group.
	void anonymize() {
		this.accountId = null;
		this.mediaUrl = null;
		this.trackKey = null;
		this.redirectToken = null;
		this.feedbackPrompt = null;
		this.emailWhenGrouped = false;
	}

}
