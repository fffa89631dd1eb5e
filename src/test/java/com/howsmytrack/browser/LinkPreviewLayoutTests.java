package com.howsmytrack.browser;

import java.util.stream.Stream;

import com.howsmytrack.feedback.FeedbackScenario;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import org.springframework.beans.factory.annotation.Autowired;

/// The form of a request with a link of each source, with each kind of player, and with links that are no track.
@BrowserTest
class LinkPreviewLayoutTests {

	private static final String LINKS = """
			soundcloud           | https://soundcloud.com/mira/salt-flats?si=1 | SoundCloud does not know that you are here
			soundcloud-private   | m.soundcloud.com/mira/salt-flats/s-AbCdEf12 | SoundCloud does not know that you are here
			soundcloud-short     | https://on.soundcloud.com/AbC123            | SoundCloud does not know that you are here
			dropbox              | https://www.dropbox.com/scl/fi/a1/salt-flats.wav?rlkey=k&dl=0 | Dropbox does not know that you are here
			drive                | https://drive.google.com/file/d/a-b_C1/view?usp=sharing | Google does not know that you are here
			onedrive             | https://onedrive.live.com/?authkey=A&cid=C&id=I | Microsoft does not know that you are here
			onedrive-short       | https://1drv.ms/u/s!AbC?e=1                 | Microsoft does not know that you are here
			youtube              | youtu.be/abcDEF123-_                        | YouTube does not know that you are here
			bandcamp             | https://mira.bandcamp.com/track/salt-flats  | Bandcamp does not know that you are here
			no-profile           | https://soundcloud.com/mira                 | leads to a profile at SoundCloud
			no-list              | https://soundcloud.com/mira/sets/salt       | leads to a list of tracks at SoundCloud
			no-likes             | https://soundcloud.com/mira/likes           | leads to likes or other lists
			no-folder            | https://drive.google.com/drive/folders/a1   | leads to a folder at Google Drive
			no-track             | https://soundcloud.com/                     | leads to the home page of SoundCloud
			unknown              | https://tape.example/salt-flats             | This is no link of a track that we know""";

	@Autowired
	private Windows windows;

	@Autowired
	private FeedbackScenario scenario;

	/// The page takes long to load: it is loaded once for all links.
	@TestFactory
	Stream<DynamicTest> fits() {
		Window window = this.windows.open(PageLayout.options()).signedInAs(this.scenario.verifiedMember("mira"));
		window.open("/request").seesHeading("Ask for feedback");
		return LINKS.lines()
			.map((row) -> row.split(" +\\| "))
			.map((row) -> DynamicTest.dynamicTest(row[0], () -> fits(window, row[0], row[1], row[2])));
	}

	private static void fits(Window window, String name, String link, String text) {
		new LinkField(window).replace(link).sees(text);

		new PageLayout(window).fits();
		Pictures.take(window.page(), "request-" + name);
	}

}
