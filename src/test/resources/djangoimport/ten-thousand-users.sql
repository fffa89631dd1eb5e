-- 10,000 users: 9,980 and 20 with an address that differs from one of these in letter case only. Each user has a request
-- in two groups of four; every tenth has a pending request. Rows with ids from 100,000 are irregular. All users have the
-- same password, with two kinds of hashes.
INSERT INTO auth_user (id, username, email, password, is_active, is_staff, is_superuser, date_joined, last_login)
SELECT 3 * n, 'member' || n || '@example.com', 'member' || n || '@example.com',
	CASE WHEN n % 50 = 0 THEN '!unusable' || n
		WHEN n % 2 = 0 THEN 'pbkdf2_sha256$180000$uYtM2XwQh4bR$NCXasx9oYJfHEtgJp3uwZTyxzFEPQKxbDMTsEIcnHWg='
		ELSE 'pbkdf2_sha256$260000$kJ8sN1vPz0Lc6Tg3DfYbWq$DjI+NkaZg1m608A2wwcJEAVeEMPU8cidhmKB2F3+lGc=' END,
	n % 97 <> 0, n = 1, n = 2, timestamptz '2019-03-01 12:00:00.123456+00' + n * interval '1 hour',
	CASE WHEN n % 10 <> 0 THEN timestamptz '2022-01-01 08:00+00' + n * interval '1 minute' END
FROM generate_series(1, 9980) AS n;

INSERT INTO auth_user (id, username, email, password, date_joined, last_login)
SELECT 100000 + n, 'MEMBER' || n || '@example.com', 'MEMBER' || n || '@example.com', password, '2019-01-01', NULL
FROM generate_series(11, 30) AS n
JOIN auth_user AS member ON member.id = 3 * n;

INSERT INTO core_feedbackgroupsuser (id, user_id, rating, send_reminder_emails)
SELECT row_number() OVER (ORDER BY id DESC), id, CASE id % 4 WHEN 0 THEN 0 ELSE 1 + (id % 41) / 10.0 END, id % 7 <> 0
FROM auth_user;

-- The members, numbered from 0.
CREATE TEMPORARY TABLE numbered_member AS
SELECT id AS member, row_number() OVER (ORDER BY id) - 1 AS n FROM core_feedbackgroupsuser;

INSERT INTO core_feedbackgroup (id, name, time_created)
SELECT g, 'Feedback Group #' || g || ' - Jazz/Pop', timestamptz '2021-01-02 02:30+00' + g * interval '1 hour'
FROM generate_series(1, 5000) AS g;

INSERT INTO core_feedbackrequest (id, user_id, media_url, media_type, feedback_prompt, genre, feedback_group_id,
	time_created, email_when_grouped, reminder_email_sent)
SELECT 2 * n + round, member,
	CASE WHEN n % 8 <> 0 THEN 'https://soundcloud.com/member' || n || '/track' || round END,
	CASE WHEN n % 8 <> 0 THEN 'SOUNDCLOUD' END,
	CASE n % 3 WHEN 0 THEN 'Is the kick too loud? Привет, 音楽 🎸\' || E'\n\t' || n WHEN 1 THEN '' END,
	(ARRAY['ELECTRONIC', 'HIPHOP', 'JAZZ', 'URBAN_RNB', 'POP', 'ROCK_METAL_PUNK', 'NO_GENRE', NULL])[1 + n % 8],
	CASE round WHEN 1 THEN 1 + n / 4 ELSE 2501 + n % 2500 END,
	timestamptz '2021-01-01 10:00+00' + n * interval '1 minute', n % 5 = 0, n % 10 = 0
FROM numbered_member, generate_series(1, 2) AS round;

INSERT INTO core_feedbackrequest (id, user_id, media_url, media_type, genre, time_created, email_when_grouped)
SELECT 50000 + n, member, 'https://www.dropbox.com/s/abc' || n || '/demo.mp3', 'DROPBOX', 'POP',
	timestamptz '2023-01-01 10:00+00' + n * interval '1 second', true
FROM numbered_member
WHERE n % 10 = 0;

INSERT INTO core_feedbackresponse (id, feedback_request_id, user_id)
SELECT row_number() OVER (ORDER BY track.id, member.id), track.id, member.user_id
FROM core_feedbackrequest AS track
JOIN core_feedbackrequest AS member
	ON member.feedback_group_id = track.feedback_group_id AND member.user_id <> track.user_id
WHERE track.media_url IS NOT NULL;

UPDATE core_feedbackresponse SET submitted = true, feedback = repeat('The chorus of ' || id || ' is fine. ', 1 + id % 40),
	time_submitted = timestamptz '2021-02-01 10:00+00' + id * interval '1 second', allow_replies = id % 2 = 0,
	rating = CASE WHEN id % 3 <> 0 THEN 1 + id % 5 END
WHERE id % 5 <> 0;

INSERT INTO core_feedbackresponsereply (id, feedback_response_id, user_id, text, allow_replies, time_created, time_read)
SELECT 2 * response.id + side, response.id, CASE side WHEN 0 THEN response.user_id ELSE track.user_id END,
	CASE side WHEN 0 THEN 'Which mix was it?' ELSE 'The second one, \N or so.' END, side = 0 OR response.id % 4 <> 0,
	response.time_submitted + side * interval '1 day',
	CASE WHEN response.id % 3 = 0 THEN response.time_submitted + interval '3 days' END
FROM core_feedbackresponse AS response
JOIN core_feedbackrequest AS track ON track.id = response.feedback_request_id
CROSS JOIN generate_series(0, 1) AS side
WHERE response.allow_replies;

-- Second pending requests: 10 of the same user, 5 for the same track.
INSERT INTO core_feedbackrequest (id, user_id, media_url, media_type, genre, time_created)
SELECT 100000 + n, user_id, media_url, media_type, genre, time_created + interval '1 second'
FROM generate_series(1, 10) AS n
JOIN core_feedbackrequest AS pending ON pending.id = 50000 + 10 * n;

INSERT INTO core_feedbackrequest (id, user_id, media_url, media_type, genre, time_created)
SELECT 100100 + nth, numbered_member.member, pending.media_url, pending.media_type, pending.genre, pending.time_created + interval '1 second'
FROM generate_series(1, 5) AS nth
JOIN core_feedbackrequest AS pending ON pending.id = 50000 + 10 * nth
JOIN numbered_member ON numbered_member.n = 10 * nth + 1;

-- Unsupported URLs and empty responses.
UPDATE core_feedbackrequest SET media_url = replace(media_url, 'https:', 'http:') WHERE id IN (50210, 50220, 50230);
UPDATE core_feedbackresponse SET feedback = '' WHERE id IN (1001, 1002, 1003, 1004);

-- Second forms of the same user about the same request.
INSERT INTO core_feedbackresponse (id, feedback_request_id, user_id)
SELECT 100000 + n, feedback_request_id, user_id
FROM generate_series(1, 6) AS n
JOIN core_feedbackresponse AS response ON response.id = 2000 + n;
