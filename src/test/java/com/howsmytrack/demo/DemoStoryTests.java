package com.howsmytrack.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The story follows the rules that the service enforces.
class DemoStoryTests {

	private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

	private static final DemoStory STORY = DemoStory.read();

	@Test
	void hasThirtyMusiciansAndAnOperator() {
		assertThat(STORY.members()).extracting(DemoMember::name).doesNotHaveDuplicates();
		assertThat(STORY.members()).filteredOn((member) -> !member.operator()).hasSize(30);
		assertThat(STORY.members()).filteredOn(DemoMember::operator)
			.extracting(DemoMember::address)
			.containsExactly("operator@demo.howsmytrack.com");
	}

	@Test
	void hasTheAnnouncedAddresses() {
		assertThat(STORY.members()).extracting(DemoMember::address).containsAll(DemoData.ADDRESSES);
	}

	@Test
	void hasAnAccountForEachOwnerAndAuthor() {
		Set<String> musicians = STORY.members()
			.stream()
			.filter((member) -> !member.operator())
			.map(DemoMember::name)
			.collect(Collectors.toSet());

		assertThat(requests()).extracting(DemoRequest::owner).isSubsetOf(musicians);
		assertThat(responses()).extracting(DemoResponse::by).isSubsetOf(musicians);
	}

	@Test
	void usesEachTrackOnceAndOnlySupportedUrls() {
		List<DemoRequest> withTrack = requests().stream().filter(DemoRequest::hasTrack).toList();

		assertThat(withTrack).extracting(DemoRequest::url).doesNotHaveDuplicates();
		assertThat(withTrack).allSatisfy((request) -> assertThat(request.url()).hasSizeLessThanOrEqualTo(255)
			.matches("https://(soundcloud\\.com/howsmytrack-demo-[a-z]+/[a-z0-9-]+(/s-[a-z0-9]+)?"
					+ "|www\\.dropbox\\.com/s/[a-z0-9]{15}/[A-Za-z0-9.-]+\\?dl=0"
					+ "|drive\\.google\\.com/file/d/[a-z0-9-]+/view"
					+ "|onedrive\\.live\\.com/\\?authkey=[A-Z0-9-]+&cid=[A-Z0-9]+&id=[A-Z0-9]+%21[0-9]+)"));
		assertThat(withTrack).extracting((request) -> Objects.requireNonNull(request.track()).source().name())
			.contains("SOUNDCLOUD", "DROPBOX", "GOOGLEDRIVE", "ONEDRIVE");
	}

	@Test
	void hasGroupsOfSeveralSizesAndMostAreFinished() {
		assertThat(STORY.groups()).extracting((group) -> tracksOf(group).size())
			.contains(2, 3, 4)
			.allMatch(DemoStoryTests::isSize);
		assertThat(STORY.groups()).filteredOn(DemoStoryTests::isFinished).hasSizeGreaterThanOrEqualTo(10);
	}

	@Test
	void givesEveryMemberOneFormAboutEachOtherTrackOfTheGroup() {
		assertThat(STORY.groups()).allSatisfy((group) -> {
			assertThat(group.requests()).extracting(DemoRequest::owner).doesNotHaveDuplicates();
			assertThat(group.forms()).hasSize(tracksOf(group).size() * (group.requests().size() - 1))
				.extracting((form) -> List.of(form.owner(), form.responder()))
				.doesNotHaveDuplicates();
		});
	}

	@Test
	void assignsEachResponseToAForm() {
		List<DemoResponse> inForms = STORY.groups()
			.stream()
			.flatMap((group) -> group.forms().stream())
			.filter(DemoForm::isSubmitted)
			.map(DemoForm::response)
			.toList();

		assertThat(inForms).containsExactlyInAnyOrderElementsOf(responses());
	}

	@Test
	void hasNoResponseAboutTheOwnTrack() {
		assertThat(requests()).allSatisfy((request) -> assertThat(request.responses()).extracting(DemoResponse::by)
			.doesNotContain(request.owner()));
	}

	@Test
	void hasNoRatingByAMemberWithOpenForms() {
		assertThat(STORY.groups()).allSatisfy((group) -> assertThat(tracksOf(group)).allSatisfy((request) -> {
			boolean mayRate = openFormsOf(request.owner(), group).isEmpty();
			assertThat(mayRate || request.responses().stream().allMatch((response) -> response.rating() == null))
				.isTrue();
		}));
	}

	@Test
	void ratesAfterTheResponseAndTheOwnResponsesOfTheOwner() {
		assertThat(STORY.groups()).allSatisfy((group) -> {
			Instant formedAt = group.formedAt(NOW);
			assertThat(group.forms()).filteredOn(DemoStoryTests::isRated)
				.allSatisfy((form) -> assertThat(group.ratedAt(form, NOW)).isBefore(NOW)
					.isAfter(form.response().submittedAt(formedAt))
					.isAfter(lastSubmissionOf(form.owner(), group)));
			assertThat(group.forms()).filteredOn((form) -> !isRated(form))
				.allSatisfy((form) -> assertThat(group.ratedAt(form, NOW)).isNull());
		});
	}

	@Test
	void ratesFromOneToFive() {
		assertThat(responses()).filteredOn((response) -> response.rating() != null)
			.extracting(DemoResponse::rating)
			.contains(1, 2, 3, 4, 5)
			.allMatch((rating) -> rating >= 1 && rating <= 5);
	}

	@Test
	void hasNoBlankOrTooLongTexts() {
		assertThat(responses()).extracting(DemoResponse::feedback)
			.doesNotHaveDuplicates()
			.allSatisfy((text) -> assertThat(text).isNotBlank().hasSizeLessThanOrEqualTo(20_000));
		assertThat(requests()).extracting(DemoRequest::prompt)
			.filteredOn((prompt) -> prompt != null)
			.allSatisfy((prompt) -> assertThat(prompt).isNotBlank().hasSizeLessThanOrEqualTo(10_000));
	}

	@Test
	void hasTimesInTheOrderOfEvents() {
		Map<String, Instant> joined = STORY.members()
			.stream()
			.collect(Collectors.toMap(DemoMember::name, (member) -> member.joinedAt(NOW)));

		assertThat(STORY.pending()).allSatisfy(
				(request) -> assertThat(request.createdAt(NOW)).isBefore(NOW).isAfter(joined.get(request.owner())));
		assertThat(STORY.groups()).isSortedAccordingTo((one, other) -> other.daysAgo() - one.daysAgo())
			.allSatisfy((group) -> assertThat(group.requests()).allSatisfy((request) -> {
				Instant formedAt = group.formedAt(NOW);
				assertThat(request.createdAt(formedAt)).isBefore(formedAt).isAfter(joined.get(request.owner()));
				assertThat(request.responses()).allSatisfy(
						(response) -> assertThat(response.submittedAt(formedAt)).isAfter(formedAt).isBefore(NOW));
			}));
	}

	@Test
	void hasAGroupOfAdaWithAllResponsesRated() {
		assertThat(groupsOfAda()).anySatisfy((group) -> assertThat(group.forms()).allMatch(DemoStoryTests::isRated));
	}

	@Test
	void hasAGroupInWhichAdaHasAnOpenForm() {
		assertThat(groupsOfAda()).anySatisfy((group) -> {
			assertThat(openFormsOf("ada", group)).extracting(DemoForm::owner).containsExactly("ximena");
			assertThat(openFormsOf("ximena", group)).isEmpty();
			assertThat(responsesOnTrackOf("ada", group)).isNotEmpty();
		});
	}

	@Test
	void hasAGroupInWhichAdaCanRate() {
		assertThat(groupsOfAda()).anySatisfy((group) -> {
			assertThat(openFormsOf("ada", group)).isEmpty();
			assertThat(responsesOnTrackOf("ada", group)).hasSize(3).allMatch((response) -> response.rating() == null);
		});
	}

	@Test
	void hasEnoughPendingRequestsForSeveralGroups() {
		Map<Object, Long> byGenre = STORY.pending()
			.stream()
			.filter(DemoRequest::hasTrack)
			.collect(Collectors.groupingBy(DemoRequest::genre, Collectors.counting()));

		assertThat(STORY.pending()).hasSizeBetween(12, 16);
		assertThat(byGenre).hasSizeGreaterThanOrEqualTo(4);
		assertThat(STORY.pending()).filteredOn((request) -> !request.hasTrack()).hasSize(2);
	}

	@Test
	void hasOnePendingRequestPerMember() {
		assertThat(STORY.pending()).extracting(DemoRequest::owner).doesNotHaveDuplicates().contains("ada", "ximena");
		assertThat(STORY.pending()).allMatch((request) -> request.responses().isEmpty());
	}

	private static boolean isSize(int tracks) {
		return tracks >= 2 && tracks <= 4;
	}

	private static boolean isFinished(DemoGroup group) {
		return group.forms().stream().allMatch(DemoForm::isSubmitted);
	}

	private static boolean isRated(DemoForm form) {
		return form.response() != null && form.response().rating() != null;
	}

	@Test
	void hasReleasesOfBothServicesInAllGenres() {
		assertThat(STORY.releases()).hasSize(40).extracting(DemoRelease::name).doesNotHaveDuplicates();
		assertThat(STORY.releases()).extracting(DemoRelease::source).contains("SPOTIFY", "LISTENBRAINZ");
		assertThat(STORY.releases()).flatExtracting(DemoRelease::genres)
			.contains(Genre.ELECTRONIC, Genre.HIPHOP, Genre.JAZZ, Genre.URBAN_RNB, Genre.POP, Genre.ROCK_METAL_PUNK)
			.doesNotContain(Genre.NO_GENRE);
	}

	@Test
	void hasReleasesAsTheServicesDescribeThem() {
		assertThat(STORY.releases()).filteredOn((release) -> release.source().equals("SPOTIFY"))
			.allSatisfy((release) -> assertThat(release.genres()).isEmpty());
		assertThat(STORY.releases()).filteredOn((release) -> release.source().equals("LISTENBRAINZ"))
			.allSatisfy((release) -> assertThat(release.artists()).hasSize(1));
		assertThat(STORY.releases())
			.allSatisfy((release) -> assertThat(release.releasedAt(NOW)).isBefore(NOW.minus(Duration.ofHours(12))));
	}

	@Test
	void linksToNoReleaseThatExists() {
		assertThat(STORY.releases()).extracting(DemoRelease::url)
			.doesNotHaveDuplicates()
			.allMatch((url) -> url.matches(
					"https://(open\\.spotify\\.com/album|listenbrainz\\.org/release)/howsmytrack-demo-[a-z-]*[a-z]"));
	}

	@Test
	void membersFollowArtistsOfTheReleases() {
		assertThat(STORY.interests()).extracting(DemoInterest::member)
			.doesNotHaveDuplicates()
			.contains("ada")
			.isSubsetOf(STORY.members().stream().map(DemoMember::name).toList());
		assertThat(STORY.interests()).flatExtracting(DemoInterest::artists)
			.isSubsetOf(STORY.releases().stream().flatMap((release) -> release.artists().stream()).toList());
	}

	@Test
	void namesReferencesThatCameOutBeforeTheRequest() {
		assertThat(STORY.pending()).allSatisfy((request) -> assertReferences(request, NOW));
		assertThat(STORY.groups()).allSatisfy((group) -> assertThat(group.requests())
			.allSatisfy((request) -> assertReferences(request, group.formedAt(NOW))));
		assertThat(requests()).filteredOn((request) -> !request.references().isEmpty()).hasSizeGreaterThan(5);
		assertThat(requests()).extracting((request) -> request.references().size()).contains(0, 1, 2, 3);
	}

	private static void assertReferences(DemoRequest request, Instant endOfWait) {
		assertThat(request.references()).hasSizeLessThanOrEqualTo(3)
			.doesNotHaveDuplicates()
			.allSatisfy((name) -> assertThat(STORY.releases()).filteredOn((release) -> release.name().equals(name))
				.singleElement()
				.satisfies((release) -> assertThat(release.releasedAt(NOW)).isBefore(request.createdAt(endOfWait))));
	}

	private static List<DemoRequest> requests() {
		return STORY.requests().toList();
	}

	private static List<DemoResponse> responses() {
		return requests().stream().flatMap((request) -> request.responses().stream()).toList();
	}

	private static List<DemoRequest> tracksOf(DemoGroup group) {
		return group.requests().stream().filter(DemoRequest::hasTrack).toList();
	}

	private static List<DemoGroup> groupsOfAda() {
		return STORY.groups()
			.stream()
			.filter((group) -> group.requests().stream().anyMatch((request) -> request.owner().equals("ada")))
			.toList();
	}

	private static List<DemoForm> openFormsOf(String responder, DemoGroup group) {
		return group.forms()
			.stream()
			.filter((form) -> form.responder().equals(responder) && !form.isSubmitted())
			.toList();
	}

	private static Instant lastSubmissionOf(String member, DemoGroup group) {
		return group.forms()
			.stream()
			.filter((form) -> form.responder().equals(member))
			.map((form) -> form.response().submittedAt(group.formedAt(NOW)))
			.max(Instant::compareTo)
			.orElseThrow();
	}

	private static List<DemoResponse> responsesOnTrackOf(String owner, DemoGroup group) {
		return tracksOf(group).stream()
			.filter((request) -> request.owner().equals(owner))
			.flatMap((request) -> request.responses().stream())
			.toList();
	}

}
