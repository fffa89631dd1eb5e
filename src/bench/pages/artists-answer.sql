-- The expected response to GET /api/artists.
WITH newest AS (SELECT row_number() OVER (ORDER BY released_at DESC, id DESC) AS place, * FROM release WHERE released_at <= now()
	ORDER BY released_at DESC, id DESC LIMIT 20),
credited AS (SELECT artist.id, min(newest.place * 100 + credit.position) AS place, json_build_object('id', artist.id::text,
	'source', artist.source, 'name', artist.name, 'url', artist.url, 'releases', json_agg(json_build_object(
		'id', newest.id::text, 'name', newest.name, 'credit', newest.artist_credit, 'kind', newest.kind,
		'releasedOn', to_char(newest.released_at AT TIME ZONE 'UTC', 'YYYY-MM-DD'), 'url', newest.url,
		'coverUrl', newest.cover_url, 'genres', newest.genres) ORDER BY newest.place)) AS artist
	FROM newest JOIN release_artist AS credit ON credit.release_id = newest.id JOIN artist ON artist.id = credit.artist_id
	GROUP BY artist.id)
SELECT json_build_object('artists', json_agg(artist ORDER BY place), 'nextFetchAt', NULL) FROM credited
