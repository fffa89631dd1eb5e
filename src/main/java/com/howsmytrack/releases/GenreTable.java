package com.howsmytrack.releases;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.howsmytrack.track.Genre;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// The table of tags and genres in `releases/genres.txt`. A line that is not valid stops the start.
@Component
class GenreTable {

	private static final String FILE = "releases/genres.txt";

	private final Map<String, Set<Genre>> genres = new HashMap<>();

	GenreTable() {
		try (InputStream file = new ClassPathResource(FILE).getInputStream();
				BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
			lines.lines().filter((line) -> !line.isBlank() && !line.startsWith("#")).forEach(this::add);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private void add(String line) {
		int colon = line.indexOf(':');
		Genre genre = Genre.of(line.substring(0, Math.max(colon, 0)))
			.orElseThrow(() -> new IllegalStateException("%s has no genre in the line: %s".formatted(FILE, line)));
		this.genres.computeIfAbsent(key(line.substring(colon + 1)), (_) -> EnumSet.noneOf(Genre.class)).add(genre);
	}

	/// In the order of the genres.
	Set<Genre> of(Collection<String> tags) {
		Set<Genre> found = EnumSet.noneOf(Genre.class);
		tags.forEach((tag) -> found.addAll(this.genres.getOrDefault(key(tag), Set.of())));
		return found;
	}

	private static String key(String tag) {
		return tag.toLowerCase(Locale.ROOT).replace('-', ' ').strip();
	}

}
