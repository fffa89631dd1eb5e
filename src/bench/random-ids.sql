-- Compares the random ids of forms and responses with ids from a sequence. For an empty database after the migrations:
--
--   psql -v ids=random -f src/bench/random-ids.sql "$DATABASE_URL"
--   psql -v ids=sequence -f src/bench/random-ids.sql "$DATABASE_URL"
--
-- Four times, 100,000 requests get into groups of four with 300,000 forms, which are then submitted. The forms are inserted in
-- statements of twelve groups, as by assign-groups. After each step, the script prints the seconds, the amount of WAL and
-- the sizes of the primary key, of all indexes and of the table.
\set ON_ERROR_STOP on
SET client_min_messages = warning;
-- PostgreSQL plans the statements of the first round for empty tables.
SET enable_seqscan = off;
SET random_ids.on_conflict = 'ON CONFLICT (id) DO NOTHING';
SELECT :'ids' = 'sequence' AS has_sequence \gset
\if :has_sequence
	CREATE SEQUENCE response_id;
	ALTER TABLE feedback_response ALTER COLUMN id SET DEFAULT nextval('response_id');
	SET random_ids.on_conflict = '';
\endif

CREATE TEMPORARY TABLE step (number integer GENERATED ALWAYS AS IDENTITY, round integer, action text, seconds numeric,
	wal bigint, primary_key bigint, indexes bigint, heap bigint);

CREATE PROCEDURE pg_temp.measure(round integer, action text, begun timestamptz, wal_before pg_lsn) LANGUAGE sql AS $$
	INSERT INTO step (round, action, seconds, wal, primary_key, indexes, heap)
	SELECT round, action, extract(epoch FROM clock_timestamp() - begun), pg_current_wal_insert_lsn() - wal_before,
		pg_relation_size('feedback_response_pkey'), pg_indexes_size('feedback_response'), pg_relation_size('feedback_response');
$$;

CREATE PROCEDURE pg_temp.insert_forms(first_group bigint, last_group bigint) LANGUAGE plpgsql AS $$
BEGIN
	FOR batch IN 0..(last_group - first_group) / 12 LOOP
		EXECUTE '
			INSERT INTO feedback_response (feedback_request_id, owner_id, responder_id)
			SELECT track.id, track.account_id, member.account_id
			FROM feedback_request AS track
			JOIN feedback_request AS member
				ON member.feedback_group_id = track.feedback_group_id AND member.id <> track.id
			WHERE track.feedback_group_id BETWEEN $1 AND $2 ' || current_setting('random_ids.on_conflict')
		USING first_group + batch * 12, least(last_group, first_group + batch * 12 + 11);
	END LOOP;
END $$;

CREATE PROCEDURE pg_temp.submit_forms(first_group bigint, last_group bigint) LANGUAGE plpgsql AS $$
BEGIN
	FOR batch IN 0..(last_group - first_group) / 12 LOOP
		UPDATE feedback_response AS response SET feedback = 'The intro carries, the low end fights with the voice.',
			submitted_at = now(), released_at = now()
		FROM feedback_request AS track
		WHERE track.id = response.feedback_request_id
			AND track.feedback_group_id BETWEEN first_group + batch * 12 AND least(last_group, first_group + batch * 12 + 11);
	END LOOP;
END $$;

CREATE PROCEDURE pg_temp.run(round integer) LANGUAGE plpgsql AS $$
DECLARE
	first_group bigint := 25000 * (round - 1) + 1;
	last_group bigint := 25000 * round;
	wal_before pg_lsn;
	begun timestamptz;
BEGIN
	INSERT INTO feedback_group (name, created_at) SELECT 'Group', now() FROM generate_series(first_group, last_group);
	INSERT INTO feedback_request (account_id, media_url, media_type, genre, email_when_grouped, feedback_group_id, created_at)
	SELECT id, 'https://soundcloud.com/a/' || id, 'SOUNDCLOUD', 'JAZZ', true, first_group + (id - 1) / 4, now() FROM account;
	COMMIT;
	CHECKPOINT;
	wal_before := pg_current_wal_insert_lsn();
	begun := clock_timestamp();
	CALL pg_temp.insert_forms(first_group, last_group);
	COMMIT;
	CALL pg_temp.measure(round, 'insert', begun, wal_before);
	CHECKPOINT;
	wal_before := pg_current_wal_insert_lsn();
	begun := clock_timestamp();
	CALL pg_temp.submit_forms(first_group, last_group);
	COMMIT;
	CALL pg_temp.measure(round, 'submit', begun, wal_before);
END $$;

INSERT INTO account (email, email_verified_at, password_hash, created_at)
SELECT 'member' || number || '@example.com', now(), '', now() FROM generate_series(1, 100000) AS number;
ANALYZE account;

CALL pg_temp.run(1);
VACUUM ANALYZE feedback_request, feedback_response;
CALL pg_temp.run(2);
VACUUM ANALYZE feedback_request, feedback_response;
CALL pg_temp.run(3);
VACUUM ANALYZE feedback_request, feedback_response;
CALL pg_temp.run(4);

SELECT round, action, round(seconds, 1) AS seconds, pg_size_pretty(wal) AS wal, pg_size_pretty(primary_key) AS primary_key,
	pg_size_pretty(indexes) AS indexes, pg_size_pretty(heap) AS "table"
FROM step ORDER BY number;
