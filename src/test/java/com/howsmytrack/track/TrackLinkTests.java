package com.howsmytrack.track;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/// The tables are those of the documentation.
class TrackLinkTests {

	private static final Path TABLES = Path.of("src/docs/track-links.md");

	private static final String TRACK = "https://soundcloud.com/artist/track";

	private static Stream<List<String>> rows(int columns) throws IOException {
		return Files.readAllLines(TABLES)
			.stream()
			.filter((line) -> line.startsWith("| `"))
			.map((line) -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
				.map((cell) -> cell.strip().replace("`", ""))
				.toList())
			.filter((cells) -> cells.size() == columns);
	}

	private static Stream<List<String>> acceptedLinks() throws IOException {
		return rows(6);
	}

	private static Stream<List<String>> refusedLinks() throws IOException {
		return rows(2);
	}

	private static LinkRefusal refusal(String text) {
		return (TrackLink.parse(text, EnumSet.allOf(MediaSource.class)) instanceof ParsedLink.Refused refused)
				? refused.reason() : fail("Accepted: " + text);
	}

	@ParameterizedTest
	@MethodSource("acceptedLinks")
	void isReadAsTheTableSays(List<String> row) {
		TrackLink link = TrackLink.parse(row.get(0)).orElseThrow();
		String address = link.player().address();

		assertThat(List.of(link.url(), link.key(), link.player().kind().name(), (address != null) ? address : "",
				link.needsRedirect() ? "redirect" : "link"))
			.isEqualTo(row.subList(1, 6));
	}

	@ParameterizedTest
	@MethodSource("acceptedLinks")
	void keepsItsAddressWhenItIsReadAgain(List<String> row) {
		TrackLink link = TrackLink.parse(row.get(0)).orElseThrow();

		assertThat(TrackLink.parse(link.url())).contains(link);
	}

	@ParameterizedTest
	@MethodSource("acceptedLinks")
	void hasTheSameKeyWithWhatCopyingAdds(List<String> row) {
		TrackLink link = TrackLink.parse(row.get(0)).orElseThrow();
		String url = link.url();
		String tracked = url + (url.contains("?") ? "&" : "?") + "utm_source=chat&fbclid=x#fragment";

		assertThat(Stream
			.of("  " + url + "\n", "\ufeff" + url + "\u200b", "\u200f" + url + "\u202c", url.replace("https:", "http:"),
					url.replace("https:", ""), url.replace("https://", ""), url.replace("https://", "HTTPS://"),
					tracked, url.replaceFirst("\\?", "/?"), url.substring(0, 20) + "\n" + url.substring(20))
			.map((text) -> TrackLink.parse(text).map(TrackLink::key).orElse("refused: " + text)))
			.containsOnly(link.key());
	}

	@ParameterizedTest
	@MethodSource("refusedLinks")
	void isRefusedForTheReasonInTheTable(List<String> row) {
		assertThat(refusal(row.get(0))).hasToString(row.get(1));
	}

	@Test
	void isCoveredByTheTablesForEachSourceAndEachReason() throws IOException {
		assertThat(acceptedLinks().map((row) -> TrackLink.parse(row.get(0)).orElseThrow().source()))
			.containsAll(EnumSet.allOf(MediaSource.class));
		assertThat(refusedLinks().map((row) -> LinkRefusal.valueOf(row.get(1))).collect(Collectors.toSet()))
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
	void hasAPlayerAtAnOriginThatThePagesAllow() throws IOException {
		assertThat(acceptedLinks().map((row) -> TrackLink.parse(row.get(0)).orElseThrow())
			.filter((link) -> link.player().address() != null))
			.allSatisfy((link) -> assertThat(link.source().playerOrigins(link.player().kind()))
				.anyMatch((origin) -> link.target().startsWith(origin + "/")));
	}

}
