package com.howsmytrack.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A job of the night, the evening before it, and the bare SQL that writes the same rows.
enum Night {

	/// Tails of genres may be cut otherwise: a few groups more or less, and their forms.
	GROUPING("assign-groups", "nights/pending-requests.sql", "nights/grouping.sql", 2.0, 512, """
			SELECT (SELECT count(*) FROM feedback_request WHERE feedback_group_id IS NOT NULL),
				(SELECT count(*) FROM outgoing_mail), (SELECT count(*) FROM group_reminder),
				(SELECT count(*) FROM feedback_group), (SELECT count(*) FROM feedback_response)""",
			List.of("requests", "mails", "reminders", "groups", "forms"), List.of(0, 0, 0, 7, 7 * 16)),

	RATINGS("calculate-user-ratings", "nights/rated-responses.sql", "nights/ratings.sql", 1.3, 256, """
			SELECT count(*), round(sum(rating) * 1000) FROM member_rating""", List.of("ratings", "sum of them"),
			List.of(0, 1)),

	REMINDERS("send-group-reminder-emails", "due-reminders.sql", "nights/reminders.sql", 1.5, 256, """
			SELECT (SELECT count(*) FROM outgoing_mail),
				(SELECT count(*) FROM group_reminder WHERE settled_at IS NOT NULL)""",
			List.of("mails", "settled"), List.of(0, 0));

	private final String command;

	private final String evening;

	private final String bareSql;

	private final double limit;

	private final int megabytes;

	private final String countRows;

	private final List<String> counted;

	private final List<Integer> freedom;

	Night(String command, String evening, String bareSql, double limit, int megabytes, String countRows,
			List<String> counted, List<Integer> freedom) {
		this.command = command;
		this.evening = evening;
		this.bareSql = bareSql;
		this.limit = limit;
		this.megabytes = megabytes;
		this.countRows = countRows;
		this.counted = counted;
		this.freedom = freedom;
	}

	String command() {
		return this.command;
	}

	/// How many times as long as the bare SQL it may take.
	double limit() {
		return this.limit;
	}

	/// Of heap that it gets.
	int megabytes() {
		return this.megabytes;
	}

	/// The evening before, filled once.
	Database evening(Databases databases, long rows) throws IOException, SQLException {
		// Nine rated responses for each member, and four members to a group.
		long members = (this == RATINGS) ? rows / 36 * 4 : rows / 4 * 4;
		return databases.filled(name().toLowerCase() + "_" + rows, List.of(this.evening),
				Map.of("members", members, "requests", rows));
	}

	SqlScript bareSql() throws IOException {
		return SqlScript.read(this.bareSql, Map.of());
	}

	/// What the night wrote, in the order of [#difference].
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

	String inWords(List<Long> rows) {
		List<String> words = new ArrayList<>();
		for (int index = 0; index < rows.size(); index++) {
			words.add("%,d %s".formatted(rows.get(index), this.counted.get(index)));
		}
		return String.join(", ", words);
	}

	/// Whether the bare SQL wrote what the night did, but for what the night decides.
	boolean same(List<Long> rows, List<Long> bare) {
		for (int index = 0; index < rows.size(); index++) {
			if (Math.abs(rows.get(index) - bare.get(index)) > this.freedom.get(index)) {
				return false;
			}
		}
		return rows.getFirst() > 0;
	}

}
