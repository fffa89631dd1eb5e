package com.howsmytrack.feedback.announcement;

import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.OwnRequest;
import com.howsmytrack.feedback.OwnRequests;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcOwnRequests implements OwnRequests {

	private final JdbcClient jdbc;

	JdbcOwnRequests(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// The version is a hash, because it is stored longer than the track.
	@Override
	public Optional<OwnRequest> find(long request, AccountId owner) {
		return this.jdbc.sql("""
				SELECT request.id, formed.id AS group_id, formed.name,
					coalesce(md5(request.media_url), '') AS version
				FROM feedback_request AS request
				LEFT JOIN feedback_group AS formed ON formed.id = request.feedback_group_id
				WHERE request.id = :request AND request.account_id = :owner""")
			.param("request", request)
			.param("owner", owner.value())
			.query((row, _) -> new OwnRequest(row.getLong("id"), row.getObject("group_id", Long.class),
					row.getString("name"), row.getString("version")))
			.optional();
	}

}
