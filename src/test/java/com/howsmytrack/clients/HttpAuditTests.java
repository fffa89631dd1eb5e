package com.howsmytrack.clients;

import java.util.List;
import java.util.Map;

import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// The audits of the npm package graphql-http for servers of GraphQL over HTTP.
@NeedsNode
@WholeApplication
class HttpAuditTests {

	/// The number of audits in this version of the package.
	private static final int AUDITS = 61;

	/// Optional in the specification. Operations are accepted by POST only, so that no
	/// link can execute one.
	private static final List<String> NOT_SUPPORTED = List.of(
			"MAY accept application/x-www-form-urlencoded formatted GET requests",
			"MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json",
			"MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json");

	@Autowired
	private Api api;

	@Test
	void passesAllAuditsExceptThoseOfGet() {
		try (NodeScript script = NodeScript.start("audit.js", Map.of("api", this.api.uri("/graphql").toString()))) {
			List<Map<String, String>> audits = script.result();

			assertThat(audits).hasSize(AUDITS);
			assertThat(audits).filteredOn((audit) -> !audit.get("status").equals("ok"))
				.extracting((audit) -> audit.get("name"))
				.containsExactlyInAnyOrderElementsOf(NOT_SUPPORTED);
		}
	}

}
