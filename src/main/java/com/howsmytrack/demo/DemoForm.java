package com.howsmytrack.demo;

import org.jspecify.annotations.Nullable;

/// The form of a member about the track of another member.
///
/// @param response null if the form is not submitted
record DemoForm(String owner, String responder, @Nullable DemoResponse response) {

	boolean isSubmitted() {
		return this.response != null;
	}

}
