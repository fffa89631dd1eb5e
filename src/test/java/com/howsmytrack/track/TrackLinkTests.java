package com.howsmytrack.track;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.howsmytrack.track.TrackLinkTables.AcceptedLink;
import com.howsmytrack.track.TrackLinkTables.RefusedLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/// The tables are those of the documentation.
class TrackLinkTests {

	private static final String TRACK = "https://soundcloud.com/artist/track";

	private static List<AcceptedLink> acceptedLinks() {
		return TrackLinkTables.accepted();
	}

	private static List<RefusedLink> refusedLinks() {
		return TrackLinkTables.refused();
	}

	private static TrackLink read(AcceptedLink row) {
		return TrackLink.parse(row.typed()).orElseThrow();
	}

	private static LinkRefusal refusal(String text) {
		return (TrackLink.parse(text, EnumSet.allOf(MediaSource.class)) instanceof ParsedLink.Refused refused)
				? refused.reason() : fail("Accepted: " + text);
	}

	@ParameterizedTest
	@MethodSource("acceptedLinks")
	void isReadAsTheTableSays(AcceptedLink row) {
		TrackLink link = read(row);
		String address = link.player().address();

		assertThat(new AcceptedLink(row.typed(), link.url(), link.key(), link.player().kind().name(),
				(address != null) ? address : "", link.needsRedirect() ? "redirect" : "link"))
			.isEqualTo(row);
	}

	@ParameterizedTest
	@MethodSource("acceptedLinks")
	void keepsItsAddressWhenItIsReadAgain(AcceptedLink row) {
		TrackLink link = read(row);

		assertThat(TrackLink.parse(link.url())).contains(link);
	}

	@ParameterizedTest
	@MethodSource("acceptedLinks")
	void hasTheSameKeyWithWhatCopyingAdds(AcceptedLink row) {
		TrackLink link = read(row);
		String url = link.url();
		String tracked = url + (url.contains("?") ? "&" : "?") + "utm_source=chat&fbclid=x#fragment";

		assertThat(Stream
			.of("  " + url + "\n", "\ufeff" + url + "\u200b", "\u200f" + url + "\u202c", url.replace("https:", "http:"),
					url.replace("https:", ""), url.replace("https://", ""), url.replace("https://", "HTTPS://"),
					tracked, url.replaceFirst("\\?", "/?"), url.substring(0, 20) + "\n" + url.substring(20))
			.map((text) -> TrackLink.parse(text).map(TrackLink::key).orElse("refused: " + text)))
			.containsOnly(link.key());
	}

	/// It builds the address of an audio file from `authkey`, `cid` and `id` of
	/// `mediaUrl`, whatever its host is. So a redirect address would not help links
	/// without a key.
	@ParameterizedTest
	@MethodSource("acceptedLinks")
	void isPlayedByTheClientOfTheWireContractIfItHasAKeyOfOneDrive(AcceptedLink row) {
		TrackLink link = read(row);
		Map<String, String> parameters = WebAddress.parse(link.url()).orElseThrow().parameters();

		if (link.source() == MediaSource.ONEDRIVE && link.player().kind() == Player.Kind.EMBED) {
			assertThat(link.url()).startsWith("https://onedrive.live.com/?");
			assertThat(parameters).containsOnlyKeys("authkey", "cid", "id");
			assertThat(parameters.values()).allSatisfy((value) -> assertThat(value).matches("[\\w!.-]+"));
		}
		else if (link.source() == MediaSource.ONEDRIVE) {
			assertThat(parameters).doesNotContainKey("authkey");
			assertThat(link.player().kind()).isEqualTo(Player.Kind.LINK);
		}
		assertThat(link.source() == MediaSource.ONEDRIVE && link.needsRedirect()).isFalse();
	}

	@ParameterizedTest
	@MethodSource("refusedLinks")
	void isRefusedForTheReasonInTheTable(RefusedLink row) {
		assertThat(refusal(row.typed())).hasToString(row.reason());
	}

	@Test
	void isCoveredByTheTablesForEachSourceAndEachReason() {
		assertThat(acceptedLinks()).map((row) -> read(row).source()).containsAll(EnumSet.allOf(MediaSource.class));
		assertThat(refusedLinks().stream().map((row) -> LinkRefusal.valueOf(row.reason())).collect(Collectors.toSet()))
			.isEqualTo(EnumSet.complementOf(EnumSet.of(LinkRefusal.SOURCE_NOT_ACCEPTED)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\u200b", "soundcloud", "ftp://soundcloud.com/a/b",
			"javascript://soundcloud.com/a/b", "https:soundcloud.com/a/b", "https://https://soundcloud.com/a/b",
			"https://soundcloud.com.evil.com/a/b", "https://evil-soundcloud.com/a/b",
			"https://evil.com/https://soundcloud.com/a/b", "https://evil.com/?u=https://soundcloud.com/a/b",
			"https://evil.com#https://soundcloud.com/a/b", "https://soundcloud.com@evil.com/a/b",
			"https://user:password@soundcloud.com/a/b", "https://@soundcloud.com/a/b", "https://soundcloud.com:443/a/b",
			"https://soundcloud.com:/a/b", "https://soundcloud.com\\@evil.com/a/b", "https://soundcloud.com/a\\b/c",
			"https://soundcloud.com./a/b", "https://soundcloud.com/a/b\u0000", "https://soundcloud.com/a/b\u0007c",
			"https://soundcloud.com/a/\ud800", "https://soundcloud.com/a/\ue000", "https://s\u043eundcloud.com/a/b",
			"https://xn--sundcloud-e5g.com/a/b", "https://soundcloud\u3002com/a/b", "https://sound cloud.com/a/b",
			"https://soundcloud.com/a%2Fb/c", "https://soundcloud.com/a/b%5Cc", "https://soundcloud.com/a/../b",
			"https://soundcloud.com/a/%2E%2e/b", "https://soundcloud.com/a/b%00", "https://soundcloud.com/%zz/b",
			"https://soundcloud.com/%", "https://[::1]/a/b", "https:///a/b", "https://bandcamp.com.evil.com/track/a",
			"https://evil.com/.bandcamp.com/track/a", "https://.bandcamp.com/track/a",
			"https://a.b.bandcamp.com/track/a" })
	void isNotSupportedIfItIsMalformedOrOnlyLooksLikeALink(String text) {
		assertThat(refusal(text)).isEqualTo(LinkRefusal.NOT_SUPPORTED);
	}

	@Test
	void dropsDirectionMarks() {
		assertThat(TrackLink.parse("https://soundcloud.com/artist/\u202etrack").orElseThrow().url()).isEqualTo(TRACK);
	}

	@Test
	void hasAtMost2000CharactersBeforeAndAfterTheEncoding() {
		String prefix = "https://soundcloud.com/artist/";

		assertThat(TrackLink.parse(prefix + "x".repeat(1970))).isPresent();
		assertThat(TrackLink.parse(prefix + "x".repeat(1971))).isEmpty();
		assertThat(TrackLink.parse(prefix + "\u00e9".repeat(328))).isPresent();
		assertThat(TrackLink.parse(prefix + "\u00e9".repeat(329))).isEmpty();
		assertThat(TrackLink.parse("x".repeat(10_000))).isEmpty();
	}

	@Test
	void hasNoParametersThatCouldAddOthers() {
		assertThat(TrackLink.parse("https://www.dropbox.com/scl/fi/a/b?rlkey=x%26raw%3D0")).isEmpty();
		assertThat(TrackLink.parse("https://onedrive.live.com/?authkey=A%26x&cid=C&id=I")).isEmpty();
		assertThat(TrackLink.parse("https://drive.google.com/open?id=a%2Fb")).isEmpty();
	}

	@Test
	void isRefusedInWordsIfTheSourceIsNotAccepted() {
		assertThat(TrackLink.parse("https://youtu.be/abcDEF123-_", Set.of(MediaSource.SOUNDCLOUD)))
			.isInstanceOfSatisfying(ParsedLink.Refused.class, (refused) -> assertThat(refused.sentence())
				.isEqualTo("Links to YouTube are not accepted here. Please use a link to another service."));
	}

	@Test
	void hasAPlayerAtAnOriginThatThePagesAllow() {
		assertThat(acceptedLinks().stream().map(TrackLinkTests::read).filter((link) -> link.player().address() != null))
			.allSatisfy((link) -> assertThat(link.source().playerOrigins(link.player().kind()))
				.anyMatch((origin) -> link.target().startsWith(origin + "/")));
	}

}
