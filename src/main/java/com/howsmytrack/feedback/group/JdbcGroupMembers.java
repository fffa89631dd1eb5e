package com.howsmytrack.feedback.group;

import java.util.OptionalLong;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.GroupMembers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcGroupMembers implements GroupMembers {

	private final JdbcClient jdbc;

	JdbcGroupMembers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public boolean hasUnsubmittedForms(long group, AccountId member) {
		return this.jdbc.sql("""
				SELECT EXISTS (
					SELECT FROM feedback_response AS form
					JOIN feedback_request AS track ON track.id = form.feedback_request_id
					WHERE track.feedback_group_id = :group AND form.responder_id = :member
						AND form.submitted_at IS NULL)""")
			.param("group", group)
			.param("member", member.value())
			.query(Boolean.class)
			.single();
	}

	@Override
	public OptionalLong requestOf(long group, AccountId member) {
		return this.jdbc
			.sql("SELECT id FROM feedback_request WHERE feedback_group_id = :group AND account_id = :member")
			.param("group", group)
			.param("member", member.value())
			.query(Long.class)
			.stream()
			.mapToLong(Long::longValue)
			.findFirst();
	}

}
