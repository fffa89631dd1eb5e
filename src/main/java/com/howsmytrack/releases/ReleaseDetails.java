package com.howsmytrack.releases;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.releases.ReleaseView.ArtistView;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One release or one artist for a member, in two statements: the entity, and what the member follows.
@Component
class ReleaseDetails {

	private final Releases releases;

	private final Artists artists;

	private final ReleaseInterests interests;

	private final Clock clock;

	ReleaseDetails(Releases releases, Artists artists, ReleaseInterests interests, Clock clock) {
		this.releases = releases;
		this.artists = artists;
		this.interests = interests;
		this.clock = clock;
	}

	/// Empty if there is no release with this id, or if it is not out.
	@Transactional(readOnly = true)
	public Optional<ReleaseView> release(AccountId me, long id) {
		return this.releases.findById(id)
			.filter((release) -> release.isOutAt(this.clock.instant()))
			.map((release) -> release.view(this.interests.followed(me, release.artistIds())));
	}

	@Transactional(readOnly = true)
	public Optional<ArtistView> artist(AccountId me, long id) {
		return this.artists.findById(id)
			.map((artist) -> artist.view(this.interests.followed(me, List.of(artist.id())).contains(artist.id())));
	}

}
