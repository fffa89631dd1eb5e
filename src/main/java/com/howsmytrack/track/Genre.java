package com.howsmytrack.track;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The genre of a track. The order of the constants is the order of equally large pools in an assignment run.
public enum Genre {

	ELECTRONIC("Electronic"),

	HIPHOP("Hip-Hop/Rap"),

	JAZZ("Jazz"),

	URBAN_RNB("Urban/R&B"),

	POP("Pop"),

	ROCK_METAL_PUNK("Rock/Metal/Punk"),

	NO_GENRE("No Genre");

	/// An assignment run looks up the genre of each pending request.
	private static final Map<String, Genre> BY_NAME = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap(Genre::name, Function.identity()));

	private final String displayName;

	Genre(String displayName) {
		this.displayName = displayName;
	}

	/// Empty if there is no genre with this name.
	public static Optional<Genre> of(String name) {
		return Optional.ofNullable(BY_NAME.get(name));
	}

	/// The name that members read, for example in the names of groups.
	public String displayName() {
		return this.displayName;
	}

}
