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

/// Who asks for what: for each operation a file of lines "token subject" for load.lua.
///
/// Pages are read by 20,000 members picked at random, as many as the service knows tokens of by heart: that many are
/// around at a time. Forms and responses are everybody's, those of a group one after the other.
final class Crowd {

	private static final int READERS = 20_000;

	private final Database database;

	private final Sessions sessions;

	private final long members;

	private final Map<Operation, Path> files = new HashMap<>();

	private Crowd(Database database, Sessions sessions, long members) {
		this.database = database;
		this.sessions = sessions;
		this.members = members;
	}

	static Crowd gather(Database database, Sessions sessions, long members)
			throws IOException, InterruptedException, SQLException {
		Crowd crowd = new Crowd(database, sessions, members);
		crowd.reset(Operation.SUBMIT);
		crowd.reset(Operation.RATE);
		String groups = """
				SELECT DISTINCT ON (random, account_id) account_id, feedback_group_id
				FROM (SELECT account_id, feedback_group_id, md5(account_id || 'a') AS random, md5(id || 'b') AS other
					FROM feedback_request WHERE feedback_group_id IS NOT NULL) AS request
				ORDER BY random, account_id, other LIMIT\s""" + READERS;
		crowd.write(Operation.USER_DETAILS, groups);
		crowd.write(Operation.FEEDBACK_GROUPS, groups);
		crowd.write(Operation.FEEDBACK_GROUP, groups);
		crowd.write(Operation.SUBMIT, crowd.inRange("responder_id", Operation.SUBMIT));
		crowd.write(Operation.RATE, crowd.inRange("owner_id", Operation.RATE));
		crowd.writeSignIns();
		return crowd;
	}

	private String inRange(String member, Operation operation) {
		return "SELECT %s, id FROM feedback_response WHERE id BETWEEN %d AND %d ORDER BY id".formatted(member,
				first(operation), last(operation));
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

	Wrk wrk(Operation operation, int connections, int pause) {
		return new Wrk(operation, this.files.get(operation), connections, pause);
	}

	Pgbench pgbench(Operation operation) {
		return new Pgbench(operation, this.database, operation.isDoneOnce()
				? Map.of("first", first(operation), "number", 0L) : Map.of("members", this.members));
	}

	/// Puts back what an operation changed, and what was still on its way when the load
	/// ended.
	void reset(Operation operation) throws IOException, InterruptedException, SQLException {
		if (operation.isDoneOnce()) {
			for (long before = -1, now = done(operation); now != before; now = done(operation)) {
				before = now;
				Thread.sleep(500);
			}
			String script = (operation == Operation.SUBMIT) ? "pages/unsubmit.sql" : "pages/unrate.sql";
			SqlScript.read(script, Map.of("first", first(operation), "last", last(operation))).run(this.database);
		}
	}

	/// How often an operation that is done once was done since it was put back.
	long done(Operation operation) throws SQLException {
		String isDone = (operation == Operation.SUBMIT)
				? "submitted_at IS NOT NULL AND feedback LIKE 'The intro carries%'" : "rating = 4";
		return this.database.count("SELECT count(*) FROM feedback_response WHERE %s AND id BETWEEN %d AND %d"
			.formatted(isDone, first(operation), last(operation)));
	}

	/// How many there are to be done once.
	long available(Operation operation) {
		return last(operation) - first(operation) + 1;
	}

	/// pages.sql numbers the responses group by group, twelve to a group, and nobody has
	/// submitted those of the last third. Of the others, the first third is there to be
	/// rated.
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
