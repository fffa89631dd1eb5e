package com.howsmytrack.track;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MediaUrlTests {

	@ParameterizedTest
	@CsvSource({ "https://soundcloud.com/artist/track, SOUNDCLOUD",
			"https://soundcloud.com/artist/track/s-secret?in=a#t=0:30, SOUNDCLOUD",
			"https://drive.google.com/file/d/abcdefghijklmnopqrstuvwxyz1234567/view, GOOGLEDRIVE",
			"https://www.dropbox.com/s/abcdefghijklmno/filename, DROPBOX",
			"https://dropbox.com/s/abcdefghijklmno/d%C3%A9mo.wav?dl=0, DROPBOX",
			"https://onedrive.live.com/?authkey=AUTHKEY&cid=CID&id=ID, ONEDRIVE",
			"https://onedrive.live.com/embed?cid=CID&resid=RESID&authkey=AUTHKEY, ONEDRIVE" })
	void supportsFourServices(String url, MediaSource source) {
		assertThat(MediaUrl.parse(url)).contains(new MediaUrl(url, source));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "soundcloud", "//soundcloud.com/a/b", "http://soundcloud.com/a/b",
			"ftp://soundcloud.com/a/b", "javascript://soundcloud.com/a", "https:soundcloud.com/a",
			"https://soundcloud.com", "https://soundcloud.com/", "https://m.soundcloud.com/a/b",
			"https://www.soundcloud.com/a/b", "https://soundcloud.com.evil.com/a/b", "https://evil-soundcloud.com/a/b",
			"https://evil.com/https://soundcloud.com/a/b", "https://evil.com/?u=https://soundcloud.com/a/b",
			"https://evil.com#https://soundcloud.com/a/b", "https://soundcloud.com@evil.com/a/b",
			"https://user:password@soundcloud.com/a/b", "https://@soundcloud.com/a", "https://soundcloud.com:443/a/b",
			"https://soundcloud.com:/a/b", "https://soundcloud.com\\@evil.com/a", "https://soundcloud.com./a/b",
			" https://soundcloud.com/a/b", "https://soundcloud.com/a\n", "https://soundcloud.com/a\u0000",
			"https://soundcloud.com/a\ud800", "https://soundcloud.com/\u202ea", "https://soundcloud.com/a\u200bb",
			"https://s\u043eundcloud.com/a/b", "https://xn--sundcloud-e5g.com/a/b", "https://drive.google.com/",
			"https://drive.google.com/file/", "https://drive.google.com/open?id=1",
			"https://docs.google.com/file/d/1/view", "https://dropbox.com/", "https://dl.dropbox.com/s/a/b",
			"https://onedrive.live.com/", "https://onedrive.live.com/?authkey=A&cid=C",
			"https://onedrive.live.com/?authkey=A&id=I", "https://onedrive.live.com/?cid=C&id=I",
			"https://onedrive.live.com/?authkey=&cid=C&id=I",
			"https://onedrive.live.com/?q=authkey%3DA%26cid%3DC%26id%3DI",
			"https://onedrive.live.com/#?authkey=A&cid=C&id=I", "https://[::1]/a", "https:///a/b" })
	void rejectsOtherUrls(String url) {
		assertThat(MediaUrl.parse(url)).isEmpty();
	}

	@Test
	void writesSchemeAndHostInLowerCase() {
		assertThat(MediaUrl.parse("HTTPS://SoundCloud.com/Artist/Track").orElseThrow().value())
			.isEqualTo("https://soundcloud.com/Artist/Track");
	}

	@Test
	void acceptsUpTo2000Characters() {
		String longest = "https://soundcloud.com/" + "x".repeat(1977);

		assertThat(MediaUrl.parse(longest)).isPresent();
		assertThat(MediaUrl.parse(longest + "x")).isEmpty();
	}

	@Test
	void countsTheCharactersOfTheEncodedUrl() {
		String prefix = "https://soundcloud.com/";

		assertThat(MediaUrl.parse(prefix + "\u00e9".repeat(329))).isPresent();
		assertThat(MediaUrl.parse(prefix + "\u00e9".repeat(330))).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("encodings")
	void storesPathQueryAndFragmentPercentEncoded(String sent, String stored) {
		String prefix = "https://soundcloud.com/";

		assertThat(MediaUrl.parse(prefix + sent)).map(MediaUrl::value).contains(prefix + stored);
		assertThat(MediaUrl.parse(prefix + "a?b=" + sent)).map(MediaUrl::value).contains(prefix + "a?b=" + stored);
		assertThat(MediaUrl.parse(prefix + "a#" + sent)).map(MediaUrl::value).contains(prefix + "a#" + stored);
	}

	private static Stream<Arguments> encodings() {
		return Stream.of(Arguments.of("it's", "it%27s"), Arguments.of("\"new\"", "%22new%22"),
				Arguments.of("<mix>", "%3Cmix%3E"), Arguments.of("rain [demo]", "rain%20%5Bdemo%5D"),
				Arguments.of("{a}|b^c`d", "%7Ba%7D%7Cb%5Ec%60d"), Arguments.of("d\u00e9mo", "d%C3%A9mo"),
				Arguments.of("\ud83e\udd41", "%F0%9F%A5%81"), Arguments.of("d%C3%a9mo%20", "d%C3%a9mo%20"),
				Arguments.of("a!$&()*+,;=:@-._~/", "a!$&()*+,;=:@-._~/"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "%", "%zz", "a\\b", "a\ud83e", "a\u00a0b" })
	void rejectsCharactersThatCannotBeEncoded(String path) {
		assertThat(MediaUrl.parse("https://soundcloud.com/" + path)).isEmpty();
	}

}
