package com.howsmytrack.clients;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import com.howsmytrack.testing.Api;

/// A scenario of `subscriptions.js`, with one of the clients `graphql-ws` and `graphql-sse`.
///
/// @param api the address of the endpoint
/// @param member the name of the member who signs in; empty for a visitor
record ClientScenario(String library, URI api, String member) {

	/// @param details further values that the scenario needs
	NodeScript start(String scenario, Map<String, ?> details) {
		Map<String, Object> input = new HashMap<>(details);
		input.put("scenario", scenario);
		input.put("library", this.library);
		input.put("api", this.api.toString());
		input.put("origin", "http://localhost:3000");
		if (!this.member.isEmpty()) {
			input.put("account", Map.of("username", this.member + "@example.com", "password", Api.PASSWORD));
		}
		return NodeScript.start("subscriptions.js", input);
	}

	/// An event of the subscription.
	static Map<String, Integer> openForms(int number) {
		return Map.of("openForms", number, "unreadReplies", 0);
	}

}
