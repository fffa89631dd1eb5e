package com.howsmytrack.feedback.request;

import java.util.List;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.account.VerifiedAddresses;
import com.howsmytrack.graphql.MutationResult;
import com.howsmytrack.graphql.Outcome;
import com.howsmytrack.graphql.Payload;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.releases.ReferenceReleases;
import com.howsmytrack.track.ParsedLink;
import com.howsmytrack.track.TrackLinks;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class RequestController {

	private final FeedbackRequestService requests;

	private final TrackLinks links;

	private final StoredTracks stored;

	private final VerifiedAddresses addresses;

	private final ReferenceReleases references;

	RequestController(FeedbackRequestService requests, TrackLinks links, StoredTracks stored,
			VerifiedAddresses addresses, ReferenceReleases references) {
		this.requests = requests;
		this.links = links;
		this.stored = stored;
		this.addresses = addresses;
		this.references = references;
	}

	@QueryMapping
	@Nullable RequestView unassignedRequest(@CurrentMember AccountId me) {
		return this.requests.pendingOf(me).orElse(null);
	}

	@MutationMapping
	RequestPayload createFeedbackRequest(@CurrentMember AccountId me, @Argument @Nullable String mediaUrl,
			@Argument @Nullable String genre, @Argument @Nullable Boolean emailWhenGrouped,
			@Argument @Nullable String feedbackPrompt, @Argument @Nullable List<String> referenceReleaseIds) {
		RequestInput input = new RequestInput(RequestInput.read(mediaUrl, this.links), genre, emailWhenGrouped,
				feedbackPrompt, parse(referenceReleaseIds));
		return RequestPayload.of(this.requests.create(me, input));
	}

	@MutationMapping
	RequestPayload editFeedbackRequest(@CurrentMember AccountId me, @Argument int feedbackRequestId,
			@Argument @Nullable String mediaUrl, @Argument @Nullable String genre,
			@Argument @Nullable Boolean emailWhenGrouped, @Argument @Nullable String feedbackPrompt,
			@Argument @Nullable List<String> referenceReleaseIds) {
		RequestInput input = new RequestInput(read(me, feedbackRequestId, mediaUrl), genre, emailWhenGrouped,
				feedbackPrompt, parse(referenceReleaseIds));
		return RequestPayload.of(this.requests.edit(me, feedbackRequestId, input));
	}

	/// Earlier clients send the redirect address of the request back.
	private @Nullable GivenLink read(AccountId me, int requestId, @Nullable String mediaUrl) {
		Optional<GivenLink> sentBack = Optional.ofNullable(mediaUrl)
			.flatMap((address) -> this.stored.trackOf(me, requestId, address))
			.map((track) -> new GivenLink(track.url(), new ParsedLink.Accepted(track)));
		return sentBack.isPresent() ? sentBack.get() : RequestInput.read(mediaUrl, this.links);
	}

	private @Nullable Outcome<List<Long>> parse(@Nullable List<String> releaseIds) {
		return (releaseIds != null) ? this.references.parse(releaseIds) : null;
	}

	@MutationMapping
	MutationResult deleteFeedbackRequest(@CurrentMember AccountId me, @Argument int feedbackRequestId) {
		return MutationResult.of(this.requests.delete(me, feedbackRequestId));
	}

	@SchemaMapping(typeName = "CreateFeedbackRequestPayload", field = "invalidMediaUrl")
	boolean isMediaUrlInvalidForCreate(Payload payload) {
		return isMediaUrlInvalid(payload);
	}

	@SchemaMapping(typeName = "EditFeedbackRequestPayload", field = "invalidMediaUrl")
	boolean isMediaUrlInvalidForEdit(Payload payload) {
		return isMediaUrlInvalid(payload);
	}

	/// Read only if the document asks for it.
	@SchemaMapping(typeName = "CreateFeedbackRequestPayload", field = "notice")
	@Nullable String notice(@CurrentMember @Nullable AccountId me, Payload payload) {
		return (me != null && payload.success()) ? this.addresses.noMailNotice(me).orElse(null) : null;
	}

	/// Derived from the errors, so that a caller who is not signed in gets an answer too:
	/// false.
	private static boolean isMediaUrlInvalid(Payload payload) {
		return payload.userErrors().stream().anyMatch(LinkErrors::isAboutLink);
	}

	record RequestPayload(boolean success, @Nullable String error, List<UserError> userErrors,
			@Nullable RequestView feedbackRequest) implements Payload {

		static RequestPayload of(Outcome<RequestView> outcome) {
			MutationResult result = MutationResult.of(outcome);
			return new RequestPayload(result.success(), result.error(), result.userErrors(),
					(outcome instanceof Outcome.Succeeded<RequestView>(RequestView request)) ? request : null);
		}

	}

}
