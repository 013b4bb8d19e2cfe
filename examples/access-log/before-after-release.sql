-- What did the latest release change? The hour before its first request against the hour after, by route.
WITH latest AS (
  SELECT release, min(time) AS began FROM access_log GROUP BY release ORDER BY began DESC LIMIT 1
),
judged AS (
  SELECT route, status, ms, time >= began AS is_after
  FROM access_log CROSS JOIN latest
  WHERE time >= began - INTERVAL 1 HOUR AND time < began + INTERVAL 1 HOUR
)
SELECT
  route,
  count(*) FILTER (WHERE NOT is_after) AS requests_before,
  count(*) FILTER (WHERE is_after) AS requests_after,
  round(quantile_cont(ms, 0.95) FILTER (WHERE NOT is_after)) AS p95_before,
  round(quantile_cont(ms, 0.95) FILTER (WHERE is_after)) AS p95_after,
  count(*) FILTER (WHERE NOT is_after AND status >= 500) AS errors_before,
  count(*) FILTER (WHERE is_after AND status >= 500) AS errors_after
FROM judged
GROUP BY route
HAVING requests_before >= 10 AND requests_after >= 10
ORDER BY p95_after / p95_before DESC, route;
