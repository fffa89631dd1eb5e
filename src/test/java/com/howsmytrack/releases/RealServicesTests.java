package com.howsmytrack.releases;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The music services still answer in the shapes that the stand-in server imitates. Each test reads one page or list:
///
/// ```bash
/// ./mvnw test -Dtest=RealServicesTests -Dtests.real-services
/// ```
@EnabledIfSystemProperty(named = "tests.real-services", matches = "|true",
		disabledReason = "It calls music services on the internet. -Dtests.real-services runs it")
@WholeApplication
@TestPropertySource(properties = "howsmytrack.outbound.enabled=true")
class RealServicesTests {

	/// Some entries have no date.
	private static final double USABLE = 0.9;

	@Autowired
	private ListenBrainzSource listenBrainz;

	@Autowired
	private SpotifySource spotify;

	@Autowired
	private ReleaseSettings settings;

	@Test
	void listenBrainzListsReleasesOfThePastDays() {
		FirstPage page = new FirstPage();

		this.listenBrainz.fetch(page);

		assertThat(page.usable()).hasSizeGreaterThan((int) (page.entries.size() * USABLE))
			.allSatisfy((release) -> assertThat(release.date().beginning())
				.isAfter(Clock.systemUTC().instant().minus(Duration.ofDays(this.settings.listenbrainz().days() + 2L))))
			.anySatisfy((release) -> assertThat(release.cover()).isNotNull())
			.anySatisfy((release) -> assertThat(release.genres()).isNotEmpty())
			.anySatisfy((release) -> assertThat(release.artists()).isNotEmpty());
	}

	/// An app without extended quota gets the refusal that operators see.
	@Test
	void spotifyListsAlbumsOrRefusesTheApp() {
		assumeTrue(this.spotify.isEnabled(), "SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET are not set");
		FirstPage page = new FirstPage();
		try {
			this.spotify.fetch(page);
		}
		catch (SourceException refused) {
			assertThat(refused.isRefusal()).as(refused.message()).isTrue();
			assertThat(refused.message()).contains("answered 403");
			return;
		}

		assertThat(page.usable()).hasSizeGreaterThan((int) (page.entries.size() * USABLE))
			.allSatisfy((release) -> assertThat(release.artists()).isNotEmpty());
	}

	@Test
	void spotifyRejectsUnknownCredentials() {
		assumeTrue(!this.spotify.isEnabled(), "SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET are set");

		assertThatExceptionOfType(SourceException.class).isThrownBy(() -> this.spotify.fetch(new FirstPage()))
			.satisfies((refused) -> assertThat(refused.message()).contains("Check SPOTIFY_CLIENT_ID"));
	}

	/// Stops before a second call.
	private static final class FirstPage implements ReleaseSource.Pages {

		private final List<Optional<FetchedRelease>> entries = new ArrayList<>();

		@Override
		public void write(List<Optional<FetchedRelease>> page) {
			this.entries.addAll(page);
		}

		@Override
		public boolean stopRequested() {
			return !this.entries.isEmpty();
		}

		private List<FetchedRelease> usable() {
			return this.entries.stream().flatMap(Optional::stream).toList();
		}

	}

}
