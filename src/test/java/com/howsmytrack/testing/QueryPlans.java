package com.howsmytrack.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
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
		try (Connection connection = this.dataSource.getConnection()) {
			connection.setAutoCommit(false);
			try (PreparedStatement avoid = connection.prepareStatement("SET LOCAL enable_seqscan = off");
					PreparedStatement explain = connection
						.prepareStatement("EXPLAIN (FORMAT JSON) " + statement.getQuery())) {
				avoid.execute();
				for (ParameterSetOperation parameter : statement.getParametersList().getFirst()) {
					parameter.getMethod().invoke(explain, parameter.getArgs());
				}
				try (ResultSet plan = explain.executeQuery()) {
					plan.next();
					return this.json.readTree(plan.getString(1)).get(0).get("Plan");
				}
			}
			finally {
				connection.rollback();
			}
		}
		catch (SQLException | ReflectiveOperationException failed) {
			throw new IllegalStateException("No plan for " + statement.getQuery(), failed);
		}
	}

}
