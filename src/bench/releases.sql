-- 100,000 artists and 300,000 releases of the past 700 days, with one or two artists each. Every twentieth release is by the first
-- artist, as compilations are. For an empty database after the migrations.
SET synchronous_commit = off;
INSERT INTO artist (source, external_id, name, url, first_seen_at, last_seen_at, changed_at)
SELECT CASE WHEN number % 3 = 0 THEN 'SPOTIFY' ELSE 'LISTENBRAINZ' END, 'artist' || number,
	(ARRAY['Silver', 'Paper', 'Northern', 'Quiet', 'Electric', 'Golden', 'Broken'])[1 + number % 7] || ' '
		|| (ARRAY['Foxes', 'Harbour', 'Machines', 'Choir', 'Rivers'])[1 + number % 5] || ' ' || number,
	'https://music.example/artist/' || number, now(), now(), now()
FROM generate_series(1, 100000) AS number;

INSERT INTO release (source, external_id, name, artist_credit, kind, released_at, date_precision, url, cover_url, genres,
	first_seen_at, last_seen_at, changed_at)
SELECT artist.source, 'release' || number,
	(ARRAY['Rain', 'Winter', 'Morning', 'Letters', 'Distance', 'Signals', 'Glass', 'Motion', 'Harvest'])[1 + number % 9] || ' '
		|| (ARRAY['in the City', 'of Light', 'for Two', 'Without Words'])[1 + number % 4] || ' ' || number,
	artist.name, (ARRAY['album', 'single', 'ep'])[1 + number % 3],
	date_trunc('day', now() - number % 701 * interval '1 day', 'UTC'), 'DAY', 'https://music.example/release/' || number,
	CASE WHEN number % 4 > 0 THEN 'https://music.example/cover/' || number END,
	CASE WHEN number % 10 = 0 THEN ARRAY['POP', 'ELECTRONIC'] WHEN number % 10 < 3 THEN ARRAY['POP']
		WHEN number % 10 = 3 THEN ARRAY['ROCK_METAL_PUNK'] WHEN number % 1000 = 4 THEN ARRAY['JAZZ'] ELSE '{}' END,
	now(), now(), now()
FROM generate_series(1, 300000) AS number
JOIN artist ON artist.external_id = 'artist' || CASE WHEN number % 20 = 0 THEN 1 ELSE 1 + number::bigint * 7919 % 100000 END;

INSERT INTO release_artist (release_id, artist_id, position)
SELECT release.id, artist.id, 1 FROM release JOIN artist ON artist.name = release.artist_credit;

INSERT INTO release_artist (release_id, artist_id, position)
SELECT release.id, artist.id, 2
FROM release JOIN artist ON artist.external_id = 'artist' || 1 + substr(release.external_id, 8)::bigint * 104729 % 100000
WHERE release.id % 3 = 0
ON CONFLICT DO NOTHING;
VACUUM ANALYZE;
