package com.howsmytrack.feedback;

import java.util.Arrays;
import java.util.Optional;

/// What a track is. The order of the constants breaks ties between equally large pools of a night.
public enum Genre {

	ELECTRONIC("Electronic"),

	HIPHOP("Hip-Hop/Rap"),

	JAZZ("Jazz"),

	URBAN_RNB("Urban/R&B"),

	POP("Pop"),

	ROCK_METAL_PUNK("Rock/Metal/Punk"),

	NO_GENRE("No Genre");

	private final String displayName;

	Genre(String displayName) {
		this.displayName = displayName;
	}

	/// By its name. Empty when there is none of that name.
	public static Optional<Genre> of(String name) {
		return Arrays.stream(values()).filter((genre) -> genre.name().equals(name)).findFirst();
	}

	/// As members read it, in the names of groups for example.
	public String displayName() {
		return this.displayName;
	}

}
