package com.howsmytrack.demo;

import org.jspecify.annotations.Nullable;

/// What one member of a group is to write about the track of another.
///
/// @param response null while it is owed
record DemoForm(String owner, String responder, @Nullable DemoResponse response) {

	boolean isSubmitted() {
		return this.response != null;
	}

}
