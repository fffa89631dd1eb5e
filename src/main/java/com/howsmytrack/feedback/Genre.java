package com.howsmytrack.feedback;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a track is. The order of the constants breaks ties between equally large pools of a night.
public enum Genre {

	ELECTRONIC("Electronic"),

	HIPHOP("Hip-Hop/Rap"),

	JAZZ("Jazz"),

	URBAN_RNB("Urban/R&B"),

	POP("Pop"),

	ROCK_METAL_PUNK("Rock/Metal/Punk"),

	NO_GENRE("No Genre");

	/// A night asks for each of its requests.
	private static final Map<String, Genre> BY_NAME = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap(Genre::name, Function.identity()));

	private final String displayName;

	Genre(String displayName) {
		this.displayName = displayName;
	}

	/// By its name. Empty when there is none of that name.
	public static Optional<Genre> of(String name) {
		return Optional.ofNullable(BY_NAME.get(name));
	}

	/// As members read it, in the names of groups for example.
	public String displayName() {
		return this.displayName;
	}

}
