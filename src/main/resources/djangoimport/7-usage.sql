-- The usage figures of all past days. Without them, the query `usage` would count the imported rows until the job
-- summarize-usage has run. The functions are those with which the job counts.
DELETE FROM usage_day;

INSERT INTO usage_day (day, registrations, requests, groups_formed, responses_asked, responses_given)
WITH import AS (
	SELECT (imported_at AT TIME ZONE 'UTC')::date AS today, date_trunc('day', imported_at, 'UTC') AS midnight
	FROM import_settings
), registered AS (
	SELECT figures.* FROM import, registrations_per_day('-infinity', import.midnight) AS figures
), requested AS (
	SELECT figures.* FROM import, requests_per_day('-infinity', import.midnight) AS figures
), formed AS (
	SELECT figures.* FROM import, groups_per_day('-infinity', import.midnight) AS figures
), first AS (
	SELECT min(day) AS day FROM (SELECT day FROM registered UNION ALL SELECT day FROM requested UNION ALL SELECT day FROM formed)
		AS active
), past AS (
	SELECT generate_series(first.day, import.today - 1, interval '1 day')::date AS day FROM first, import
)
SELECT day, coalesce(registrations, 0), coalesce(requests, 0), coalesce(formed, 0), coalesce(asked, 0), coalesce(given, 0)
FROM past
LEFT JOIN registered USING (day)
LEFT JOIN requested USING (day)
LEFT JOIN formed USING (day);
