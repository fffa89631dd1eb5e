package com.howsmytrack.testing;

import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;

/// The operators' API over HTTP.
public record AdminApi(Browser operator, Database database) {

	public static final String PAYLOAD_FIELDS = "success error userErrors { code message argument }";

	/// Registers an operator and signs in.
	public static AdminApi open(Api api, Database database) {
		Browser operator = api.member("operator");
		database.update("UPDATE account SET operator = true WHERE email = 'operator@example.com'");
		return new AdminApi(operator, database);
	}

	public Answer run(String document) {
		return this.operator.run(document);
	}

	/// Sends a mutation with these arguments and a reason.
	public Answer mutate(String mutation, String arguments) {
		return this.operator.run("mutation($reason: String!) { %s(%s, reason: $reason) { %s } }".formatted(mutation,
				arguments, PAYLOAD_FIELDS), Map.of("reason", "Somebody wrote to us."));
	}

	/// Moves the latest request of a member to a group.
	public Answer moveRequest(String name, Object group) {
		return mutate("moveRequest", "requestId: \"%d\", groupId: \"%s\"".formatted(request(name), group));
	}

	/// Makes the latest request of a member pending again.
	public Answer makeRequestPending(String name) {
		return mutate("moveRequest", "requestId: \"%d\"".formatted(request(name)));
	}

	/// Removes the latest request of a member.
	public Answer removeRequest(String name) {
		return mutate("removeRequest", "requestId: \"%d\"".formatted(request(name)));
	}

	/// The value of a field of every node of a list.
	public List<Object> all(String list, String arguments, String field) {
		Answer answer = this.operator.run("{ %s%s { edges { node { %s } } } }".formatted(list, arguments, field))
			.hasNoErrors();
		return JsonPath.read(answer.response().body(), "$.data.%s.edges[*].node.%s".formatted(list, field));
	}

	public long id(String sql, Object... parameters) {
		return this.database.single(Long.class, sql, parameters);
	}

	public long account(String name) {
		return this.database.account(name);
	}

	/// The latest request of a member.
	public long request(String name) {
		return id("SELECT max(id) FROM feedback_request WHERE account_id = ?", account(name));
	}

	public long groupOf(String name) {
		return id("SELECT feedback_group_id FROM feedback_request WHERE id = ?", request(name));
	}

	/// The response of one member to the latest request of another.
	public long response(String writer, String owner) {
		return id("SELECT id FROM feedback_response WHERE responder_id = ? AND feedback_request_id = ?",
				account(writer), request(owner));
	}

}
