package com.howsmytrack.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A job, the script that creates its input, and the bare SQL that writes the same rows.
enum MeasuredJob {

	/// The bare SQL splits the last requests of a genre differently, so there may be a few more or fewer groups and forms.
	ASSIGN_GROUPS("assign-groups", "jobs/pending-requests.sql", "jobs/assign-groups.sql", 2.0, 512, """
			SELECT (SELECT count(*) FROM feedback_request WHERE feedback_group_id IS NOT NULL),
				(SELECT count(*) FROM outgoing_mail), (SELECT count(*) FROM group_reminder),
				(SELECT count(*) FROM feedback_group), (SELECT count(*) FROM feedback_response)""",
			List.of("requests", "mails", "reminders", "groups", "forms"), List.of(0, 0, 0, 7, 7 * 16)),

	CALCULATE_USER_RATINGS("calculate-user-ratings", "jobs/rated-responses.sql", "jobs/calculate-user-ratings.sql", 1.3, 256, """
			SELECT count(*), round(sum(rating) * 1000) FROM member_rating""", List.of("ratings", "sum of ratings"),
			List.of(0, 1)),

	SEND_GROUP_REMINDER_EMAILS("send-group-reminder-emails", "jobs/due-reminders.sql", "jobs/send-group-reminder-emails.sql", 1.5, 256, """
			SELECT (SELECT count(*) FROM outgoing_mail),
				(SELECT count(*) FROM group_reminder WHERE settled_at IS NOT NULL)""",
			List.of("mails", "settled"), List.of(0, 0));

	private final String command;

	private final String inputScript;

	private final String bareSql;

	private final double limit;

	private final int megabytes;

	private final String countRows;

	private final List<String> counted;

	private final List<Integer> tolerance;

	MeasuredJob(String command, String inputScript, String bareSql, double limit, int megabytes, String countRows,
			List<String> counted, List<Integer> tolerance) {
		this.command = command;
		this.inputScript = inputScript;
		this.bareSql = bareSql;
		this.limit = limit;
		this.megabytes = megabytes;
		this.countRows = countRows;
		this.counted = counted;
		this.tolerance = tolerance;
	}

	String command() {
		return this.command;
	}

	/// The limit for the ratio of the job's duration to the duration of the bare SQL.
	double limit() {
		return this.limit;
	}

	/// The size of the heap.
	int megabytes() {
		return this.megabytes;
	}

	/// The database before the job, created once.
	Database input(Databases databases, long rows) throws IOException, SQLException {
		// Nine rated responses for each member, and four members to a group.
		long members = (this == CALCULATE_USER_RATINGS) ? rows / 36 * 4 : rows / 4 * 4;
		return databases.filled(name().toLowerCase() + "_" + rows, List.of(this.inputScript),
				Map.of("members", members, "requests", rows));
	}

	SqlScript bareSql() throws IOException {
		return SqlScript.read(this.bareSql, Map.of());
	}

	/// The number of written rows of each kind.
	List<Long> rows(Database database) throws SQLException {
		try (var connection = database.connect();
				var statement = connection.createStatement();
				var row = statement.executeQuery(this.countRows)) {
			row.next();
			List<Long> counts = new ArrayList<>();
			for (int column = 1; column <= this.counted.size(); column++) {
				counts.add(row.getLong(column));
			}
			return counts;
		}
	}

	String describe(List<Long> rows) {
		List<String> words = new ArrayList<>();
		for (int index = 0; index < rows.size(); index++) {
			words.add("%,d %s".formatted(rows.get(index), this.counted.get(index)));
		}
		return String.join(", ", words);
	}

	/// Whether the job and the bare SQL wrote the same number of rows, within the tolerance.
	boolean matches(List<Long> rows, List<Long> bare) {
		for (int index = 0; index < rows.size(); index++) {
			if (Math.abs(rows.get(index) - bare.get(index)) > this.tolerance.get(index)) {
				return false;
			}
		}
		return rows.getFirst() > 0;
	}

}
