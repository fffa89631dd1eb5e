package com.howsmytrack.feedback.admin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import com.howsmytrack.graphql.PageArguments;
import com.howsmytrack.graphql.PageConnections;
import com.howsmytrack.persistence.CustomPlans;
import com.howsmytrack.persistence.KeysetQuery;
import com.howsmytrack.persistence.Timestamps;
import graphql.relay.Connection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads groups for operators, each page of a list in one statement, the newest first.
@Component
class GroupRecords {

	private static final String OPERATOR = "operator";

	/// In an own group, only the forms and responses of the operator are counted: the
	/// other counts would tell when another member submits a response.
	private static final String GROUPS = """
			SELECT formed.id, formed.name, formed.created_at, members.requests, forms.asked, forms.given
			FROM feedback_group AS formed
			CROSS JOIN LATERAL (
				SELECT count(*) AS requests FROM feedback_request
				WHERE feedback_group_id = formed.id) AS members
			CROSS JOIN LATERAL (
				SELECT count(*) AS asked, count(response.submitted_at) AS given
				FROM feedback_request AS request
				JOIN feedback_response AS response ON response.feedback_request_id = request.id
				WHERE request.feedback_group_id = formed.id
					AND (response.responder_id = :operator OR formed.id NOT IN (%s))) AS forms"""
		.formatted(OwnGroups.IDS);

	private final JdbcClient jdbc;

	private final CustomPlans plans;

	GroupRecords(JdbcClient jdbc, CustomPlans plans) {
		this.jdbc = jdbc;
		this.plans = plans;
	}

	/// The groups that match the filter. The groups of another member do not include the
	/// operator's own ones.
	/// @param operator the account that reads
	Connection<GroupRecord> find(long operator, GroupFilter filter, PageArguments page) {
		Long member = filter.person();
		SearchText name = filter.name();
		KeysetQuery query = KeysetQuery.of(GROUPS, "formed.id")
			.with(OPERATOR, operator)
			.where("formed.id IN (SELECT feedback_group_id FROM feedback_request WHERE account_id = :member)", "member",
					member)
			.where("formed.name ILIKE :name", "name", (name != null) ? name.pattern() : null);
		if (member != null && member != operator) {
			query.where("formed.id NOT IN (%s)".formatted(OwnGroups.IDS));
		}
		return PageConnections.of(this.plans.read(name, () -> query.read(this.jdbc, page.range(), GroupRecords::group)),
				GroupRecord::id);
	}

	/// Empty if it does not exist.
	/// @param operator the account that reads
	Optional<GroupRecord> byId(long operator, long id) {
		return KeysetQuery.of(GROUPS, "formed.id").with(OPERATOR, operator).one(this.jdbc, id, GroupRecords::group);
	}

	private static GroupRecord group(ResultSet row, int number) throws SQLException {
		return new GroupRecord(row.getLong("id"), row.getString("name"), Timestamps.utc(row, "created_at"),
				row.getInt("requests"), row.getInt("asked"), row.getInt("given"));
	}

}
