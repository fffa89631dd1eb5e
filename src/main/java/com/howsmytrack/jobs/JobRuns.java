package com.howsmytrack.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.howsmytrack.persistence.KeysetQuery;
import com.howsmytrack.persistence.Page;
import com.howsmytrack.persistence.PageRange;
import com.howsmytrack.persistence.Timestamps;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The record of all runs.
///
/// A run has no entity: another process can record it as died, so `updateCounts` and `fail` check the outcome in their
/// `UPDATE`, and the counts are a JSON column.
@Component
public class JobRuns {

	private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	JobRuns(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/// Records a run that has taken the lock of its job. A run that is still recorded as
	/// running has been killed, because it has lost that lock.
	/// @param onStart is called in the same transaction
	@Transactional
	JobRun start(JobName job, Consumer<JobRun> onStart) {
		this.jdbc
			.sql("UPDATE job_run SET outcome = 'DIED', finished_at = :now WHERE job = :job AND outcome = 'RUNNING'")
			.param("now", now())
			.param("job", job.value())
			.update();
		JobRun started = this.jdbc
			.sql("INSERT INTO job_run (job, started_at, outcome) VALUES (:job, :now, 'RUNNING') RETURNING *")
			.param("job", job.value())
			.param("now", now())
			.query(this::read)
			.single();
		onStart.accept(started);
		return started;
	}

	/// Records what a run has committed so far.
	/// @throws IllegalStateException when another run has started meanwhile, which rolls
	/// back the current transaction
	void updateCounts(JobRun run, Map<String, Long> counts) {
		int rows = this.jdbc
			.sql("UPDATE job_run SET counts = CAST(:counts AS json) WHERE id = :id AND outcome = 'RUNNING'")
			.param("counts", this.json.writeValueAsString(counts))
			.param("id", run.id())
			.update();
		if (rows == 0) {
			throw new IllegalStateException(
					"This run of %s has lost its lock: another one has started".formatted(run.job()));
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

	/// A run that is recorded as succeeded stays so: the connection can break after the
	/// commit and before its confirmation.
	JobRun fail(JobRun run) {
		return this.jdbc.sql("""
				UPDATE job_run SET finished_at = CASE outcome WHEN 'RUNNING' THEN :now ELSE finished_at END,
					outcome = CASE outcome WHEN 'RUNNING' THEN 'FAILED' ELSE outcome END
				WHERE id = :id RETURNING *""").param("now", now()).param("id", run.id()).query(this::read).single();
	}

	/// The newest first.
	/// @param outcome null for all outcomes
	public Page<JobRun> find(Collection<JobName> jobs, @Nullable JobOutcome outcome, PageRange range) {
		return KeysetQuery.of("SELECT * FROM job_run", "id")
			.where("job = ANY (CAST(:jobs AS text[]))", "jobs", values(jobs))
			.where("outcome = :outcome", "outcome", (outcome != null) ? outcome.name() : null)
			.read(this.jdbc, range, this::read);
	}

	/// The histories of all these jobs, in one statement.
	public List<JobHistory> histories(Collection<JobName> jobs) {
		return this.jdbc.sql("""
				SELECT known.name, success.*, coalesce(latest.failing, false) AS failing
				FROM unnest(CAST(:jobs AS text[])) AS known (name)
				LEFT JOIN LATERAL (
					SELECT * FROM job_run WHERE job = known.name AND outcome = 'SUCCEEDED'
					ORDER BY started_at DESC, id DESC LIMIT 1) AS success ON true
				LEFT JOIN LATERAL (
					SELECT outcome <> 'SUCCEEDED' AS failing FROM job_run
					WHERE job = known.name AND outcome <> 'RUNNING'
					ORDER BY started_at DESC, id DESC LIMIT 1) AS latest ON true""")
			.param("jobs", values(jobs))
			.query((row, number) -> new JobHistory(new JobName(row.getString("name")),
					(row.getObject("id") != null) ? read(row, number) : null, row.getBoolean("failing")))
			.list();
	}

	private static String[] values(Collection<JobName> jobs) {
		return jobs.stream().map(JobName::value).toArray(String[]::new);
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private JobRun read(ResultSet row, int number) throws SQLException {
		return new JobRun(row.getLong("id"), new JobName(row.getString("job")), Timestamps.instant(row, "started_at"),
				Timestamps.instantOrNull(row, "finished_at"), JobOutcome.valueOf(row.getString("outcome")),
				this.json.readValue(row.getString("counts"), COUNTS));
	}

}
