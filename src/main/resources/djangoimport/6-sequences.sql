-- New ids of accounts, groups and requests start after the highest old id, including the ids of rows that are not imported.
SELECT setval(pg_get_serial_sequence('account', 'id'), coalesce(max(id), 0) + 1, false) FROM legacy_user;
SELECT setval(pg_get_serial_sequence('feedback_group', 'id'), coalesce(max(id), 0) + 1, false) FROM legacy_group;
SELECT setval(pg_get_serial_sequence('feedback_request', 'id'), coalesce(max(id), 0) + 1, false) FROM legacy_request;

-- Without statistics about the new rows, PostgreSQL would plan the members' queries for empty tables.
ANALYZE account, member_rating, feedback_group, feedback_request, feedback_response, feedback_reply,
	group_reminder;
