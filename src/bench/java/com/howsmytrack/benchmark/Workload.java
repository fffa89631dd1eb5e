package com.howsmytrack.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// The requests of the members: for each operation a file of lines "token subject" for load.lua.
///
/// 20,000 random members read pages, because the service caches the tokens of so many. All members submit and rate, in the
/// order of the positions in pages.sql.
final class Workload {

	private static final int READERS = 20_000;

	/// The id of the response at a position of pages.sql.
	private static final String ID = "position * 1327217885 % 2147483648";

	private final Database database;

	private final Sessions sessions;

	private final long members;

	private final Map<Operation, Path> files = new HashMap<>();

	private Workload(Database database, Sessions sessions, long members) {
		this.database = database;
		this.sessions = sessions;
		this.members = members;
	}

	static Workload create(Database database, Sessions sessions, long members)
			throws IOException, InterruptedException, SQLException {
		Workload workload = new Workload(database, sessions, members);
		workload.reset(Operation.SUBMIT);
		workload.reset(Operation.RATE);
		String groups = """
				SELECT DISTINCT ON (random, account_id) account_id, feedback_group_id
				FROM (SELECT account_id, feedback_group_id, md5(account_id || 'a') AS random, md5(id || 'b') AS other
					FROM feedback_request WHERE feedback_group_id IS NOT NULL) AS request
				ORDER BY random, account_id, other LIMIT\s""" + READERS;
		workload.write(Operation.USER_DETAILS, groups);
		workload.write(Operation.FEEDBACK_GROUPS, groups);
		workload.write(Operation.FEEDBACK_GROUP, groups);
		workload.write(Operation.SUBMIT, workload.inRange("responder_id", Operation.SUBMIT));
		workload.write(Operation.RATE, workload.inRange("owner_id", Operation.RATE));
		workload.writeSignIns();
		return workload;
	}

	private String inRange(String member, Operation operation) {
		return "SELECT %s, id FROM %s JOIN feedback_response ON id = %s ORDER BY position".formatted(member,
				positions(operation), ID);
	}

	private String positions(Operation operation) {
		return "generate_series(%d::bigint, %d) AS position".formatted(first(operation), last(operation));
	}

	private void write(Operation operation, String sql) throws IOException, SQLException {
		Path file = Settings.OUTPUT.resolve(operation.name().toLowerCase() + ".txt");
		try (Connection connection = this.database.connect();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql);
				PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
			while (rows.next()) {
				out.println(this.sessions.tokenOf(rows.getLong(1)) + " " + rows.getLong(2));
			}
		}
		this.files.put(operation, file);
	}

	private void writeSignIns() throws IOException {
		Path file = Settings.OUTPUT.resolve("sign_in.txt");
		try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
			new Random(1).longs(READERS, 1, this.members + 1)
				.forEach((member) -> out.println("none member" + member + "@example.com"));
		}
		this.files.put(Operation.SIGN_IN, file);
	}

	List<String> lines(Operation operation) throws IOException {
		return Files.readAllLines(this.files.get(operation));
	}

	/// @param pause mean pause of a connection between two requests, in milliseconds
	Wrk wrk(Operation operation, int connections, int pause) {
		return new Wrk(connections,
				List.of(operation.bodyFile(), this.files.get(operation).toString(),
						operation.changesRows() ? "once" : "random", Integer.toString(pause), operation.expected()));
	}

	Pgbench pgbench(Operation operation) {
		return new Pgbench(operation.bareSqlFile(), this.database, operation.changesRows()
				? Map.of("first", first(operation), "number", 0L) : Map.of("members", this.members));
	}

	/// Waits until the database is unchanged, because requests may be in progress when wrk ends, and undoes the changes of
	/// the operation.
	void reset(Operation operation) throws IOException, InterruptedException, SQLException {
		if (operation.changesRows()) {
			for (long before = -1, now = countChanged(operation); now != before; now = countChanged(operation)) {
				before = now;
				Thread.sleep(500);
			}
			String script = (operation == Operation.SUBMIT) ? "pages/unsubmit.sql" : "pages/unrate.sql";
			SqlScript.read(script, Map.of("first", first(operation), "last", last(operation))).run(this.database);
		}
	}

	/// The number of changed rows since the last reset.
	long countChanged(Operation operation) throws SQLException {
		String isChanged = (operation == Operation.SUBMIT)
				? "submitted_at IS NOT NULL AND feedback LIKE 'The intro carries%'" : "rating = 4";
		return this.database.count("SELECT count(*) FROM feedback_response WHERE %s AND id IN (SELECT %s FROM %s)"
			.formatted(isChanged, ID, positions(operation)));
	}

	/// The number of rows that the operation can change.
	long available(Operation operation) {
		return last(operation) - first(operation) + 1;
	}

	/// pages.sql creates twelve responses per group in the order of the groups. The last third is not submitted. The first
	/// third is rated by the operation.
	private long first(Operation operation) {
		return (operation == Operation.SUBMIT) ? this.members * 6 + 1 : 1;
	}

	private long last(Operation operation) {
		return (operation == Operation.SUBMIT) ? this.members * 9 : this.members * 3;
	}

	Database database() {
		return this.database;
	}

}
