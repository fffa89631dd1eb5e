package com.howsmytrack.releases;

import java.util.List;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.graphql.Ids;
import com.howsmytrack.graphql.MutationResult;
import com.howsmytrack.graphql.PageArguments;
import com.howsmytrack.graphql.PageConnections;
import com.howsmytrack.releases.ReleaseView.ArtistView;
import com.howsmytrack.track.Genre;
import graphql.relay.Connection;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/// New releases for members. No operation calls a music service.
@Controller
class ReleaseController {

	private final ReleasePages pages;

	private final ReleaseDetails details;

	private final ArtistFollowing following;

	private final ReleaseInterests interests;

	ReleaseController(ReleasePages pages, ReleaseDetails details, ArtistFollowing following,
			ReleaseInterests interests) {
		this.pages = pages;
		this.details = details;
		this.following = following;
		this.interests = interests;
	}

	@QueryMapping
	Connection<ReleaseView> newReleases(@CurrentMember AccountId me, @Argument @Nullable Genre genre,
			@Argument @Nullable MusicService source, @Argument @Nullable String search,
			@Argument @Nullable String artistId, @Arguments PageArguments page) {
		ReleaseFilter filter = new ReleaseFilter(genre, source, ReleaseSearch.pattern(search),
				Ids.ofNullable(artistId));
		return PageConnections.ofPositions(this.pages.newest(me, filter, page.positions()), ReleaseView::position);
	}

	@QueryMapping
	Connection<ReleaseView> myReleases(@CurrentMember AccountId me, @Arguments PageArguments page) {
		return PageConnections.ofPositions(this.pages.of(me, page.positions()), ReleaseView::position);
	}

	@QueryMapping
	@Nullable ReleaseView release(@CurrentMember AccountId me, @Argument String id) {
		return this.details.release(me, Ids.of(id)).orElse(null);
	}

	@QueryMapping
	Connection<ArtistView> artists(@CurrentMember AccountId me, @Argument @Nullable MusicService source,
			@Argument @Nullable String search, @Argument boolean followed, @Arguments PageArguments page) {
		ReleaseFilter filter = new ReleaseFilter(null, source, ReleaseSearch.pattern(search), null);
		return PageConnections.of(this.pages.artists(me, filter, followed, page.range()), ArtistView::id);
	}

	@QueryMapping
	@Nullable ArtistView artist(@CurrentMember AccountId me, @Argument String id) {
		return this.details.artist(me, Ids.of(id)).orElse(null);
	}

	@QueryMapping
	List<Genre> chosenGenres(@CurrentMember AccountId me) {
		return this.interests.genresOf(me);
	}

	@MutationMapping
	MutationResult followArtist(@CurrentMember AccountId me, @Argument String artistId) {
		return MutationResult.of(this.following.follow(me, Ids.of(artistId)));
	}

	@MutationMapping
	MutationResult unfollowArtist(@CurrentMember AccountId me, @Argument String artistId) {
		this.following.unfollow(me, Ids.of(artistId));
		return MutationResult.succeeded();
	}

	@MutationMapping
	MutationResult chooseGenres(@CurrentMember AccountId me, @Argument List<Genre> genres) {
		this.interests.choose(me, genres);
		return MutationResult.succeeded();
	}

}
