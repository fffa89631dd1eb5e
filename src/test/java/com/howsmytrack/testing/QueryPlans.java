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

/// How PostgreSQL goes about the statements of the application. Tables are small in tests, and small ones are best read
/// whole; so it is told to avoid that, and does it only where no index leads to the rows.
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

	/// Which of the statements that the work sends read a table or an index from end to
	/// end.
	public List<String> readingEverything(Supplier<?> work) {
		return Statements.withParametersOf(work)
			.stream()
			.filter((statement) -> statement.getQuery().matches("(?is)\\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\\b.*"))
			.flatMap((statement) -> readingEverything(statement).map((scan) -> scan + " by " + statement.getQuery()))
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

	/// Which of the queries that the work sends cost less in a plan for just these
	/// parameters than in one for any: those PostgreSQL plans anew for each execution,
	/// and planning is most of what a small query costs.
	public List<String> plannedForTheirParameters(Supplier<?> work) {
		return Statements.withParametersOf(work)
			.stream()
			.filter((statement) -> statement.getQuery().stripLeading().startsWith("SELECT"))
			.filter((statement) -> costForAnyParameters(statement.getQuery()) > 1.1 * cost(plan(statement)))
			.map(QueryInfo::getQuery)
			.toList();
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
		return cost(rowByRow((connection) -> {
			try (Statement explain = connection.createStatement()) {
				explain.execute("SET LOCAL plan_cache_mode = force_generic_plan");
				explain.execute("PREPARE question AS " + numbered);
				JsonNode plan = plan(explain
					.executeQuery("EXPLAIN (FORMAT JSON) EXECUTE question (%s)".formatted(String.join(", ", values))));
				explain.execute("DEALLOCATE question");
				return plan;
			}
		}, query));
	}

	private static double cost(JsonNode plan) {
		return plan.get("Total Cost").asDouble();
	}

	private Stream<String> readingEverything(QueryInfo statement) {
		return nodes(plan(statement)).filter(QueryPlans::readsEverything)
			.map((node) -> node.path("Node Type").asString() + " of " + node.path("Relation Name").asString());
	}

	private static boolean readsEverything(JsonNode node) {
		String type = node.path("Node Type").asString();
		return type.equals("Seq Scan") || (BY_INDEX.contains(type) && node.path("Index Cond").isMissingNode());
	}

	private static Stream<JsonNode> nodes(JsonNode plan) {
		return Stream.concat(Stream.of(plan), plan.path("Plans").valueStream().flatMap(QueryPlans::nodes));
	}

	private JsonNode plan(QueryInfo statement) {
		return rowByRow((connection) -> {
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

	/// Only by index, and row by row: the other ways of joining read a small table whole
	/// by its index.
	private JsonNode rowByRow(Explanation explanation, String query) {
		try (Connection connection = this.dataSource.getConnection()) {
			connection.setAutoCommit(false);
			try (Statement avoid = connection.createStatement()) {
				for (String way : List.of("enable_seqscan", "enable_mergejoin", "enable_hashjoin")) {
					avoid.execute("SET LOCAL " + way + " = off");
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
