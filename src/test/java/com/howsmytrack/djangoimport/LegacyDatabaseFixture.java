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

/// The database of the service before this one. People have ids of their own as members: a thousand more.
final class LegacyDatabaseFixture {

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

	/// Without a single person.
	static LegacyDatabaseFixture empty() {
		return new LegacyDatabaseFixture();
	}

	String url() {
		return URL;
	}

	/// Executes a file beside the schema, whole: its temporary tables live as long.
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

	/// Registered and signed in, with the password of everybody.
	void person(int id, String address) {
		update("INSERT INTO auth_user (id, username, email, password) VALUES (?, ?, ?, ?)", id, address, address, HASH);
		update("INSERT INTO core_feedbackgroupsuser (id, user_id) VALUES (?, ?)", 1000 + id, id);
	}

	void people(int... ids) {
		for (int id : ids) {
			person(id, "member%d@example.com".formatted(id));
		}
	}

	/// People and a group, in which each has a request with the same id, as yet without
	/// forms.
	void group(int id, int... members) {
		update("INSERT INTO core_feedbackgroup (id, name, time_created) VALUES (?, ?, '2021-01-02 02:30+00')", id,
				"Feedback Group #%d - Jazz".formatted(id));
		people(members);
		for (int member : members) {
			request(member, member, id);
		}
	}

	/// For a track of its own.
	/// @param group null while it is pending
	void request(int id, int person, @Nullable Integer group) {
		update("""
				INSERT INTO core_feedbackrequest (id, user_id, media_url, media_type, genre, feedback_group_id, time_created)
				VALUES (?, ?, ?, 'SOUNDCLOUD', 'JAZZ', ?, timestamptz '2021-01-01 10:00+00' + ? * interval '1 minute')""",
				id, 1000 + person, "https://soundcloud.com/somebody/track" + id, group, id);
	}

	void form(int id, int request, int person) {
		update("INSERT INTO core_feedbackresponse (id, feedback_request_id, user_id) VALUES (?, ?, ?)", id, request,
				1000 + person);
	}

	/// Submitted, with replies allowed.
	void response(int id, int request, int person, @Nullable String feedback) {
		form(id, request, person);
		update("""
				UPDATE core_feedbackresponse SET submitted = true, feedback = ?, allow_replies = true,
					time_submitted = '2021-01-03 10:00+00' WHERE id = ?""", feedback, id);
	}

	void reply(int id, int response, int person, String text) {
		update("INSERT INTO core_feedbackresponsereply (id, feedback_response_id, user_id, text) VALUES (?, ?, ?, ?)",
				id, response, 1000 + person, text);
	}

}
