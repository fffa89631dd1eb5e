-- New ids go on after the old ones, also after those that were left out.
SELECT setval(pg_get_serial_sequence('account', 'id'), coalesce(max(id), 0) + 1, false) FROM legacy_user;
SELECT setval(pg_get_serial_sequence('feedback_group', 'id'), coalesce(max(id), 0) + 1, false) FROM legacy_group;
SELECT setval(pg_get_serial_sequence('feedback_request', 'id'), coalesce(max(id), 0) + 1, false) FROM legacy_request;
SELECT setval(pg_get_serial_sequence('feedback_response', 'id'), coalesce(max(id), 0) + 1, false) FROM legacy_response;
SELECT setval(pg_get_serial_sequence('feedback_reply', 'id'), coalesce(max(id), 0) + 1, false) FROM legacy_reply;

-- What was loaded in bulk, PostgreSQL knows nothing about yet, and would plan members' pages for empty tables.
ANALYZE account, member_rating, feedback_group, feedback_request, feedback_response, feedback_reply;
