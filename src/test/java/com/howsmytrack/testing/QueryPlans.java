package com.howsmytrack.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;

import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/// Checks the plans of the application's statements. PostgreSQL would scan the small tables of tests sequentially, so
/// sequential scans are disabled; then a plan contains one only if no index can be used.
@Component
public class QueryPlans {

	private static final Set<String> BY_INDEX = Set.of("Index Scan", "Index Only Scan", "Bitmap Index Scan");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\?");

	private final DataSource dataSource;

	private final JsonMapper json;

	QueryPlans(DataSource dataSource, JsonMapper json) {
		this.dataSource = dataSource;
		this.json = json;
	}

	/// The statements of the work that scan a whole table or index.
	public List<String> fullScans(Supplier<?> work) {
		return Statements.withParametersOf(work)
			.stream()
			.filter((statement) -> statement.getQuery().matches("(?is)\\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\\b.*"))
			.flatMap((statement) -> fullScans(statement).map((scan) -> scan + " by " + statement.getQuery()))
			.toList();
	}

	/// The names of the indexes that the statements of the work use.
	public List<String> indexes(Supplier<?> work) {
		return Statements.withParametersOf(work)
			.stream()
			.filter((statement) -> statement.getQuery().stripLeading().startsWith("SELECT"))
			.flatMap((statement) -> nodes(plan(statement)))
			.filter((node) -> node.has("Index Name"))
			.map((node) -> node.path("Index Name").asString())
			.toList();
	}

	/// The queries of the work whose custom plan costs less than the generic plan.
	/// PostgreSQL plans such a query at each execution, and planning is most of the cost
	/// of a small query.
	public List<String> withCustomPlans(Supplier<?> work) {
		return Statements.withParametersOf(work)
			.stream()
			.filter((statement) -> statement.getQuery().stripLeading().startsWith("SELECT"))
			.filter((statement) -> costsLessForItsParameters(statement) && costsLessForItsParameters(statement))
			.map(QueryInfo::getQuery)
			.toList();
	}

	/// Called twice for each query: if autovacuum changes the statistics between the two
	/// plans, their costs differ, but not when they are planned again.
	private boolean costsLessForItsParameters(QueryInfo statement) {
		return costForAnyParameters(statement.getQuery()) > 1.1 * cost(plan(statement));
	}

	private double costForAnyParameters(String query) {
		StringBuilder numbered = new StringBuilder();
		List<String> values = new ArrayList<>();
		Matcher placeholders = PLACEHOLDER.matcher(query);
		while (placeholders.find()) {
			values.add("NULL");
			placeholders.appendReplacement(numbered, "\\$" + values.size());
		}
		placeholders.appendTail(numbered);
		return cost(withIndexScans((connection) -> {
			try (Statement explain = connection.createStatement()) {
				explain.execute("SET LOCAL plan_cache_mode = force_generic_plan");
				explain.execute("PREPARE query AS " + numbered);
				JsonNode plan = plan(explain
					.executeQuery("EXPLAIN (FORMAT JSON) EXECUTE query (%s)".formatted(String.join(", ", values))));
				explain.execute("DEALLOCATE query");
				return plan;
			}
		}, query));
	}

	private static double cost(JsonNode plan) {
		return plan.get("Total Cost").asDouble();
	}

	private Stream<String> fullScans(QueryInfo statement) {
		return nodes(plan(statement)).filter(QueryPlans::isFullScan)
			.map((node) -> node.path("Node Type").asString() + " of " + node.path("Relation Name").asString());
	}

	private static boolean isFullScan(JsonNode node) {
		String type = node.path("Node Type").asString();
		return type.equals("Seq Scan") || (BY_INDEX.contains(type) && node.path("Index Cond").isMissingNode());
	}

	private static Stream<JsonNode> nodes(JsonNode plan) {
		return Stream.concat(Stream.of(plan), plan.path("Plans").valueStream().flatMap(QueryPlans::nodes));
	}

	private JsonNode plan(QueryInfo statement) {
		return withIndexScans((connection) -> {
			try (PreparedStatement explain = connection
				.prepareStatement("EXPLAIN (FORMAT JSON) " + statement.getQuery())) {
				for (ParameterSetOperation parameter : statement.getParametersList().getFirst()) {
					parameter.getMethod().invoke(explain, parameter.getArgs());
				}
				return plan(explain.executeQuery());
			}
		}, statement.getQuery());
	}

	private JsonNode plan(ResultSet rows) throws SQLException {
		try (rows) {
			rows.next();
			return this.json.readTree(rows.getString(1)).get(0).get("Plan");
		}
	}

	/// Allows index scans and nested loops only, because the other joins scan the whole
	/// index of a small table.
	private JsonNode withIndexScans(Explanation explanation, String query) {
		try (Connection connection = this.dataSource.getConnection()) {
			connection.setAutoCommit(false);
			try (Statement disable = connection.createStatement()) {
				for (String setting : List.of("enable_seqscan", "enable_mergejoin", "enable_hashjoin")) {
					disable.execute("SET LOCAL " + setting + " = off");
				}
				return explanation.of(connection);
			}
			finally {
				connection.rollback();
			}
		}
		catch (SQLException | ReflectiveOperationException failed) {
			throw new IllegalStateException("No plan for " + query, failed);
		}
	}

	private interface Explanation {

		JsonNode of(Connection connection) throws SQLException, ReflectiveOperationException;

	}

}
