package com.howsmytrack.account.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class PagesStylesheetTests {

	private static final Path TOKENS = Path.of("src/main/frontend/src/ui/tokens.css");

	private static final Pattern TOKEN = Pattern.compile("(--[a-z0-9-]+):\\s*([^;]+);");

	private static final Pattern USED = Pattern.compile("var\\((--[a-z0-9-]+)\\)");

	/// Without this test, the pages and the web client would drift apart.
	@Test
	void hasTheValuesOfTheWebClient() throws IOException {
		String style = style();
		String client = Files.readString(TOKENS);

		assertThat(values(style)).hasSizeGreaterThan(20).allSatisfy((token, values) -> {
			assertThat(values(client)).containsKey(token);
			assertThat(values(client).get(token)).as(token).containsAll(values);
		});
	}

	@Test
	void usesItsTokensOnly() throws IOException {
		String style = style();

		assertThat(USED.matcher(style).results().map((use) -> use.group(1)).collect(Collectors.toSet()))
			.isEqualTo(values(style).keySet());
		assertThat(TOKEN.matcher(style).replaceAll("")).doesNotContainPattern("#[0-9a-f]{3}|rgb|hsl|url\\(");
	}

	private static Map<String, List<String>> values(String style) {
		return TOKEN.matcher(style)
			.results()
			.collect(Collectors.groupingBy((token) -> token.group(1), Collectors
				.mapping((token) -> token.group(2).replaceAll("\\s+", " ").replace('"', '\''), Collectors.toList())));
	}

	private static String style() throws IOException {
		return new ClassPathResource("pages/page.css").getContentAsString(StandardCharsets.UTF_8);
	}

}
