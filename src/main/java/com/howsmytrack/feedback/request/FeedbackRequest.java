package com.howsmytrack.feedback.request;

import java.time.Instant;
import java.util.Objects;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.releases.ReferencePage;
import com.howsmytrack.track.Genre;
import com.howsmytrack.track.MediaSource;
import com.howsmytrack.track.RedirectToken;
import com.howsmytrack.track.TrackLink;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A request of a member for feedback on a track. A trackless request has no track: its owner only gives feedback.
@Entity
class FeedbackRequest {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Column(nullable = false, updatable = false)
	private long accountId;

	private @Nullable String mediaUrl;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private @Nullable MediaSource mediaType;

	/// Only Hibernate reads it; queries compare it.
	@SuppressWarnings("UnusedVariable")
	private @Nullable String trackKey;

	private @Nullable String redirectToken;

	@Column(nullable = false)
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private Genre genre;

	@Column(columnDefinition = "text")
	private @Nullable String feedbackPrompt;

	@Column(nullable = false)
	private boolean emailWhenGrouped;

	/// Only the assignment run and corrections by operators set it, and they do not use
	/// this class.
	@Column(insertable = false, updatable = false)
	private @Nullable Long feedbackGroupId;

	@Column(nullable = false, updatable = false)
	private Instant createdAt;

	FeedbackRequest(AccountId owner, @Nullable TrackLink track, Genre genre, @Nullable String feedbackPrompt,
			boolean emailWhenGrouped, Instant createdAt) {
		this.accountId = owner.value();
		this.genre = genre;
		this.feedbackPrompt = feedbackPrompt;
		this.emailWhenGrouped = emailWhenGrouped;
		this.createdAt = createdAt;
		changeTrack(track);
	}

	@SuppressWarnings("NullAway.Init")
	protected FeedbackRequest() {
	}

	boolean hasLink(@Nullable GivenLink link) {
		return link != null && link.isSameAs(this.mediaUrl);
	}

	/// Null makes the request trackless. A link that [#hasLink] knows must not be set
	/// again: it keeps its redirect address.
	final void changeTrack(@Nullable TrackLink track) {
		this.mediaUrl = (track != null) ? track.url() : null;
		this.mediaType = (track != null) ? track.source() : null;
		this.trackKey = (track != null) ? track.key() : null;
		this.redirectToken = (track != null) ? RedirectToken.of(track) : null;
	}

	void changeGenre(Genre newGenre) {
		this.genre = newGenre;
	}

	void changePrompt(String newPrompt) {
		this.feedbackPrompt = newPrompt;
	}

	void setEmailWhenGrouped(boolean wanted) {
		this.emailWhenGrouped = wanted;
	}

	boolean isGrouped() {
		return this.feedbackGroupId != null;
	}

	long id() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	/// @param references the page of the owner
	RequestView view(TrackAddresses addresses, ReferencePage references) {
		return new RequestView(id(),
				addresses.of(this.mediaUrl, (this.mediaType != null) ? this.mediaType.name() : null,
						this.redirectToken),
				this.feedbackPrompt, this.emailWhenGrouped, this.genre.name(), references.add(id()));
	}

}
