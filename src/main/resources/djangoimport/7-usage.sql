-- The usage figures of all past days. Without them, the query `usage` would count the imported rows until the job
-- summarize-usage has run. The definitions are those of the job: com.howsmytrack.admin.Usage.
DELETE FROM usage_day;

INSERT INTO usage_day (day, registrations, requests, groups_formed, responses_asked, responses_given)
WITH registered AS (
	SELECT (created_at AT TIME ZONE 'UTC')::date AS day, count(*) AS registrations FROM account GROUP BY 1
), requested AS (
	SELECT (created_at AT TIME ZONE 'UTC')::date AS day, count(*) AS requests FROM feedback_request GROUP BY 1
), formed AS (
	SELECT (feedback_group.created_at AT TIME ZONE 'UTC')::date AS day, count(DISTINCT feedback_group.id) AS groups,
		count(response.id) AS asked, count(response.submitted_at) AS given
	FROM feedback_group
	LEFT JOIN feedback_request AS request ON request.feedback_group_id = feedback_group.id
	LEFT JOIN feedback_response AS response ON response.feedback_request_id = request.id
	GROUP BY 1
), first AS (
	SELECT min(day) AS day FROM (SELECT day FROM registered UNION ALL SELECT day FROM requested UNION ALL SELECT day FROM formed)
		AS active
), past AS (
	SELECT generate_series(first.day, (imported_at AT TIME ZONE 'UTC')::date - 1, interval '1 day')::date AS day
	FROM first, import_settings
)
SELECT day, coalesce(registrations, 0), coalesce(requests, 0), coalesce(groups, 0), coalesce(asked, 0), coalesce(given, 0)
FROM past
LEFT JOIN registered USING (day)
LEFT JOIN requested USING (day)
LEFT JOIN formed USING (day);
