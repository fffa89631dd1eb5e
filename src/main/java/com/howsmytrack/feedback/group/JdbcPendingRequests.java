package com.howsmytrack.feedback.group;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.howsmytrack.feedback.PendingRequest;
import com.howsmytrack.feedback.PendingRequests;
import com.howsmytrack.jobs.JobThrottle;
import com.howsmytrack.track.Genre;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcPendingRequests implements PendingRequests {

	/// Column numbers. Access by name would look up each column for each row.
	private static final class Column {

		static final int ID = 1;

		static final int GENRE = 2;

		static final int RATING = 3;

		static final int CREATED_AT = 4;

		static final int HAS_TRACK = 5;

		private Column() {
		}

	}

	/// The number of rows that the driver reads at a time. It is small, so that the
	/// database reads and locks them in a few milliseconds.
	private static final int FETCH_SIZE = 500;

	private final JdbcClient jdbc;

	private final JobThrottle throttle;

	JdbcPendingRequests(JdbcClient jdbc, JobThrottle throttle) {
		this.jdbc = jdbc;
		this.throttle = throttle;
	}

	/// The lock of a row excludes an edit, a deletion and a second run. It allows inserts
	/// with a foreign key to the row.
	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public Locked lockAll() {
		List<PendingRequest> requests = new ArrayList<>();
		List<Long> unsupported = new ArrayList<>();
		JobThrottle.Work work = this.throttle.begin();
		this.jdbc.sql("""
				SELECT request.id, request.genre, member.rating, request.created_at, request.media_url IS NOT NULL
				FROM feedback_request AS request
				LEFT JOIN member_rating AS member ON member.account_id = request.account_id
				WHERE request.feedback_group_id IS NULL
				FOR NO KEY UPDATE OF request""").withFetchSize(FETCH_SIZE).query((row) -> {
			Optional<Genre> genre = Genre.of(row.getString(Column.GENRE));
			if (genre.isPresent()) {
				requests.add(read(row, genre.get()));
			}
			else {
				unsupported.add(row.getLong(Column.ID));
			}
			work.pause();
		});
		return new Locked(requests, unsupported);
	}

	private static PendingRequest read(ResultSet row, Genre genre) throws SQLException {
		return new PendingRequest(row.getLong(Column.ID), genre, row.getObject(Column.RATING, Double.class),
				row.getObject(Column.CREATED_AT, OffsetDateTime.class).toInstant(), row.getBoolean(Column.HAS_TRACK));
	}

}
