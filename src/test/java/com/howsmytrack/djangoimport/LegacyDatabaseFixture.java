package com.howsmytrack.djangoimport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import com.howsmytrack.persistence.DatabaseUrl;
import com.howsmytrack.testing.TestPostgres;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A database of the previous service. The id of a user's row in core_feedbackgroupsuser is the user's id plus 1000.
public final class LegacyDatabaseFixture {

	static final String PASSWORD = "three tracks about the rain";

	static final String HASH = "pbkdf2_sha256$180000$uYtM2XwQh4bR$NCXasx9oYJfHEtgJp3uwZTyxzFEPQKxbDMTsEIcnHWg=";

	private static final String URL = TestPostgres.newDatabase("legacy");

	private final JdbcTemplate jdbc;

	private LegacyDatabaseFixture() {
		DatabaseUrl url = DatabaseUrl.of(URL).orElseThrow();
		this.jdbc = new JdbcTemplate(
				new DriverManagerDataSource(url.getJdbcUrl(), url.getUsername(), url.getPassword()));
		update("DROP SCHEMA public CASCADE");
		update("CREATE SCHEMA public");
		execute("schema.sql");
	}

	public static LegacyDatabaseFixture empty() {
		return new LegacyDatabaseFixture();
	}

	public String url() {
		return URL;
	}

	/// Executes a whole file on one connection, because it uses temporary tables.
	void execute(String file) {
		try {
			this.jdbc.execute(new ClassPathResource("djangoimport/" + file).getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException missing) {
			throw new UncheckedIOException(missing);
		}
	}

	void update(String sql, @Nullable Object... params) {
		this.jdbc.update(sql, params);
	}

	<T> T single(Class<T> type, String sql) {
		return this.jdbc.queryForObject(sql, type);
	}

	/// A user with [#PASSWORD].
	void user(int id, String address) {
		update("INSERT INTO auth_user (id, username, email, password) VALUES (?, ?, ?, ?)", id, address, address, HASH);
		update("INSERT INTO core_feedbackgroupsuser (id, user_id) VALUES (?, ?)", 1000 + id, id);
	}

	void users(int... ids) {
		for (int id : ids) {
			user(id, "member%d@example.com".formatted(id));
		}
	}

	/// Users and a group with a request of each of them, which has the id of its user. No
	/// forms.
	public void group(int id, int... members) {
		update("INSERT INTO core_feedbackgroup (id, name, time_created) VALUES (?, ?, '2021-01-02 02:30+00')", id,
				"Feedback Group #%d - Jazz".formatted(id));
		users(members);
		for (int member : members) {
			request(member, member, id);
		}
	}

	/// A request for a track that no other request has.
	/// @param group null for a pending request
	void request(int id, int user, @Nullable Integer group) {
		update("""
				INSERT INTO core_feedbackrequest (id, user_id, media_url, media_type, genre, feedback_group_id, time_created)
				VALUES (?, ?, ?, 'SOUNDCLOUD', 'JAZZ', ?, timestamptz '2021-01-01 10:00+00' + ? * interval '1 minute')""",
				id, 1000 + user, "https://soundcloud.com/somebody/track" + id, group, id);
	}

	void form(int id, int request, int user) {
		update("INSERT INTO core_feedbackresponse (id, feedback_request_id, user_id) VALUES (?, ?, ?)", id, request,
				1000 + user);
	}

	/// A submitted response that allows replies.
	public void response(int id, int request, int user, @Nullable String feedback) {
		form(id, request, user);
		update("""
				UPDATE core_feedbackresponse SET submitted = true, feedback = ?, allow_replies = true,
					time_submitted = '2021-01-03 10:00+00' WHERE id = ?""", feedback, id);
	}

	void reply(int id, int response, int user, String text) {
		update("INSERT INTO core_feedbackresponsereply (id, feedback_response_id, user_id, text) VALUES (?, ?, ?, ?)",
				id, response, 1000 + user, text);
	}

}
