package com.howsmytrack.attacks;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Unexpected text in every field.
class HostileTextTests {

	private static final String CREATE = """
			mutation($url: String, $genre: String, $prompt: String) {
				createFeedbackRequest(mediaUrl: $url, genre: $genre, feedbackPrompt: $prompt) { success error invalidMediaUrl }
			}""";

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "ada", "@example.com", "ada@", "ada@example", "ada@@example.com",
			"a b@example.com", "ada@example.com\r\nBcc: eve@example.com", "ada@exam\nple.com", "Ada <ada@example.com>",
			"\"ada\"@example.com", ".ada@example.com", "ada.@example.com", "a..da@example.com", "ada@example..com",
			"ada@-example.com", "ada@exa_mple.com", "ada@[127.0.0.1]", "ada@example.com,eve@example.com",
			"ada\0@example.com", "ada\u202e@example.com", "ad\u00e4@example.com", "ada@ex\u0430mple.com",
			"\u0430da@example.com", "ada@example.com\ud800", "ada\t@example.com", "ada@example.c/m" })
	void isRejectedAsAnEmailAddress(String email) {
		assertThat(Caller.atNewAddress().register(email)).isEqualTo("Please provide a valid email address.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://soundcloud.com.evil.example/a", "https://evil.example/https://soundcloud.com/a/b",
			"https://evil.example/?u=https://soundcloud.com/a", "https://evil.example#https://soundcloud.com/a",
			"https://soundcloud.com@evil.example/a", "https://user:pw@soundcloud.com/a/b",
			"https://soundcloud.com:443/a/b", "https://soundcloud.com:/a/b", "https://s\u043eundcloud.com/a/b",
			"https://xn--sundcloud-e5g.com/a/b", "https://\uff53oundcloud.com/a/b",
			"https://soundcloud.com\\@evil.example/a", "https://soundcloud.com/a\tb", "https://soundcloud.com/a%2Fb/c",
			"https://soundcloud.com/a/../b", "https://soundcloud.com/a\u202eb", "https://soundcloud.com/a\u00a0b",
			"https://soundcloud.com/\0", "https://soundcloud.com/\ud800", "javascript:alert(1)",
			"javascript://soundcloud.com/%0aalert(1)", "data:text/html,x", "//soundcloud.com/a",
			"https:soundcloud.com/a/b", "https:///soundcloud.com/a/b", "https://soundcloud.com./a/b",
			"https://SOUNDCLOUD.com.evil.example/", "https://www.soundcloud.com.evil.example/a/b" })
	void isRejectedAsAMediaUrl(String url) {
		String body = Caller.member().run(CREATE, Map.of("url", url, "genre", "JAZZ"));

		assertThat(Caller.<Boolean>read(body, "$.data.createFeedbackRequest.invalidMediaUrl")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "nul \0 in it", "half a \ud83e pair" })
	void isRejectedIfItCannotBeStored(String prompt) {
		String body = Caller.member().run(CREATE, Map.of("genre", "JAZZ", "prompt", prompt));

		assertThat(Caller.<String>read(body, "$.data.createFeedbackRequest.error"))
			.contains("contains a character that cannot be stored");
	}

	@ParameterizedTest
	@ValueSource(strings = { "'; DROP TABLE account; --", "<script>alert(1)</script>", "${7*7} {{7*7}} #{7*7}",
			"%s%n%x", "tabs\tand\nlines\r\n", "bell \u0007 escape \u001b[31m", "right \u202e to left", "\\u0000 \\n",
			"𝕳𝖊𝖑𝖑𝖔 👩‍🎤" })
	void isStoredUnchanged(String prompt) {
		Caller member = Caller.member();
		assertThat(member.run(CREATE, Map.of("genre", "JAZZ", "prompt", prompt))).contains("\"success\":true");

		String body = member.run("{ unassignedRequest { feedbackPrompt } }", Map.of());

		assertThat(Caller.<String>read(body, "$.data.unassignedRequest.feedbackPrompt")).isEqualTo(prompt);
	}

	@Test
	void isEscapedInPages() {
		String page = Caller.atNewAddress()
			.send("GET", "/accounts/password_reset/?email=%3Cscript%3E&error=%3Cb%3E", "")
			.body();

		assertThat(page).doesNotContain("<script", "<b>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "JAZZ'", "", "jazz", "\0", "JAZZ ", "'; DROP TABLE account; --" })
	void isRejectedAsAGenre(String genre) {
		String body = Caller.member().run(CREATE, Map.of("genre", genre));

		assertThat(Caller.<String>read(body, "$.data.createFeedbackRequest.error"))
			.startsWith("Please choose one of these genres");
	}

}
