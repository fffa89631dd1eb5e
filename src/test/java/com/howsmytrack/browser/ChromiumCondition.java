package com.howsmytrack.browser;

import java.util.Optional;

import com.howsmytrack.testing.InstallationCondition;

/// Skips the tests of [NeedsChromium], or fails them.
class ChromiumCondition extends InstallationCondition {

	ChromiumCondition() {
		super("TESTS IN A BROWSER", missing(), isRequired("tests.browser"));
	}

	private static Optional<String> missing() {
		return ChromiumExecutable.find().isPresent() ? Optional.empty()
				: Optional
					.of("There is no Chromium. Install it (Debian and Ubuntu: apt-get install chromium), or name its"
							+ " executable in the environment variable CHROMIUM.");
	}

}
