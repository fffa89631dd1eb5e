package com.howsmytrack.jobs;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import com.howsmytrack.graphql.Outcome;
import com.howsmytrack.persistence.KeysetQuery;
import com.howsmytrack.persistence.Page;
import com.howsmytrack.persistence.PageRange;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/// The record of what ran when, and what came of it.
@Component
public class JobRuns {

	private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final DataSource dataSource;

	private final JsonMapper json;

	private final Clock clock;

	JobRuns(JdbcClient jdbc, DataSource dataSource, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.dataSource = dataSource;
		this.json = json;
		this.clock = clock;
	}

	/// Whoever starts holds the lock, so a run that still seems to be running has died.
	JobRun start(Job job) {
		this.jdbc
			.sql("UPDATE job_run SET outcome = 'DIED', finished_at = :now WHERE job = :job AND outcome = 'RUNNING'")
			.param("now", now())
			.param("job", job.command())
			.update();
		return this.jdbc
			.sql("INSERT INTO job_run (job, started_at, outcome) VALUES (:job, :now, 'RUNNING') RETURNING *")
			.param("job", job.command())
			.param("now", now())
			.query(this::read)
			.single();
	}

	/// Lifts the time limits of members' statements for the rest of the transaction.
	/// @return whose transaction it is
	PGConnection takeTheTimeItNeeds() {
		this.jdbc.sql("SET LOCAL statement_timeout = 0").update();
		Connection connection = DataSourceUtils.getConnection(this.dataSource);
		try {
			// The pool sets it back.
			connection.setNetworkTimeout(Runnable::run, 0);
			return connection.unwrap(PGConnection.class);
		}
		catch (SQLException failed) {
			throw new UncategorizedSQLException("lifting the time limit", null, failed);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, this.dataSource);
		}
	}

	JobRun succeed(JobRun run, Map<String, Long> counts) {
		return this.jdbc.sql("""
				UPDATE job_run SET finished_at = :now, outcome = 'SUCCEEDED', counts = CAST(:counts AS json)
				WHERE id = :id RETURNING *""")
			.param("now", now())
			.param("counts", this.json.writeValueAsString(counts))
			.param("id", run.id())
			.query(this::read)
			.single();
	}

	/// A run whose success was recorded, but not heard of before the connection broke,
	/// has succeeded.
	JobRun fail(JobRun run) {
		return this.jdbc.sql("""
				UPDATE job_run SET finished_at = CASE outcome WHEN 'RUNNING' THEN :now ELSE finished_at END,
					outcome = CASE outcome WHEN 'RUNNING' THEN 'FAILED' ELSE outcome END
				WHERE id = :id RETURNING *""").param("now", now()).param("id", run.id()).query(this::read).single();
	}

	/// The newest first.
	/// @param job null for all of them
	/// @param outcome null for any
	public Page<JobRun> find(@Nullable Job job, JobRun.@Nullable Outcome outcome, PageRange range) {
		return KeysetQuery.of("SELECT * FROM job_run", "id")
			.where("job = :job", "job", (job != null) ? job.command() : null)
			.where("outcome = :outcome", "outcome", (outcome != null) ? outcome.name() : null)
			.read(this.jdbc, range, this::read);
	}

	/// Of every job, in one statement.
	public List<JobHistory> histories() {
		return this.jdbc.sql("""
				SELECT known.command, success.*, coalesce(latest.failing, false) AS failing
				FROM unnest(CAST(:jobs AS text[])) AS known (command)
				LEFT JOIN LATERAL (
					SELECT * FROM job_run WHERE job = known.command AND outcome = 'SUCCEEDED'
					ORDER BY started_at DESC, id DESC LIMIT 1) AS success ON true
				LEFT JOIN LATERAL (
					SELECT outcome <> 'SUCCEEDED' AS failing FROM job_run
					WHERE job = known.command AND outcome <> 'RUNNING'
					ORDER BY started_at DESC, id DESC LIMIT 1) AS latest ON true""")
			.param("jobs", Arrays.stream(Job.values()).map(Job::command).toArray(String[]::new))
			.query((row, number) -> new JobHistory(Job.ofCommand(row.getString("command")).orElseThrow(),
					(row.getObject("id") != null) ? read(row, number) : null, row.getBoolean("failing")))
			.list();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private JobRun read(ResultSet row, int number) throws SQLException {
		OffsetDateTime finishedAt = row.getObject("finished_at", OffsetDateTime.class);
		Instant finished = (finishedAt != null) ? finishedAt.toInstant() : null;
		return new JobRun(row.getLong("id"), Job.ofCommand(row.getString("job")).orElseThrow(),
				row.getObject("started_at", OffsetDateTime.class).toInstant(), finished,
				JobRun.Outcome.valueOf(row.getString("outcome")), this.json.readValue(row.getString("counts"), COUNTS));
	}

}
