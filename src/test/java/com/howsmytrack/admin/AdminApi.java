package com.howsmytrack.admin;

import java.util.List;
import java.util.Map;

import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.jayway.jsonpath.JsonPath;

/// What operators do, over HTTP.
record AdminApi(Browser operator, Database database) {

	static final String REFUSAL = "success error userErrors { code message argument }";

	/// With an operator of its own.
	static AdminApi open(Api api, Database database) {
		Browser operator = api.member("operator");
		database.update("UPDATE account SET operator = true WHERE email = 'operator@example.com'");
		return new AdminApi(operator, database);
	}

	Answer run(String document) {
		return this.operator.run(document);
	}

	/// A mutation with the ids in its arguments, and a reason.
	Answer make(String mutation, String arguments) {
		return this.operator.run(
				"mutation($reason: String!) { %s(%s, reason: $reason) { %s } }".formatted(mutation, arguments, REFUSAL),
				Map.of("reason", "Somebody wrote to us."));
	}

	/// Of every node of a list.
	List<Object> all(String list, String arguments, String field) {
		Answer answer = this.operator.run("{ %s%s { edges { node { %s } } } }".formatted(list, arguments, field))
			.hasNoErrors();
		return JsonPath.read(answer.response().body(), "$.data.%s.edges[*].node.%s".formatted(list, field));
	}

	long id(String sql, Object... parameters) {
		return this.database.single(Long.class, sql, parameters);
	}

	long account(String name) {
		return id("SELECT id FROM account WHERE email = ?", name + "@example.com");
	}

	/// The latest of a member.
	long request(String name) {
		return id("SELECT max(id) FROM feedback_request WHERE account_id = ?", account(name));
	}

	long groupOf(String name) {
		return id("SELECT feedback_group_id FROM feedback_request WHERE id = ?", request(name));
	}

	/// Of one member about the latest request of another.
	long response(String writer, String owner) {
		return id("SELECT id FROM feedback_response WHERE responder_id = ? AND feedback_request_id = ?",
				account(writer), request(owner));
	}

}
