-- What did the latest release change? The hour before its first request against the hour after, by route.
WITH latest AS (
  SELECT release, MIN(time) AS began
  FROM access_log
  WHERE time >= TIMESTAMP_SUB(CURRENT_TIMESTAMP(), INTERVAL 7 DAY) -- a partitioned table asks for a time
  GROUP BY release ORDER BY began DESC LIMIT 1
),
judged AS (
  SELECT route, status, ms, time >= began AS is_after
  FROM access_log CROSS JOIN latest
  WHERE time >= TIMESTAMP_SUB(CURRENT_TIMESTAMP(), INTERVAL 7 DAY)
    AND time >= TIMESTAMP_SUB(began, INTERVAL 1 HOUR) AND time < TIMESTAMP_ADD(began, INTERVAL 1 HOUR)
)
SELECT
  route,
  COUNTIF(NOT is_after) AS requests_before, -- BigQuery only: COUNTIF
  COUNTIF(is_after) AS requests_after,
  ROUND(APPROX_QUANTILES(IF(is_after, NULL, ms), 100 IGNORE NULLS)[OFFSET(95)]) AS p95_before, -- BigQuery only: APPROX_QUANTILES
  ROUND(APPROX_QUANTILES(IF(is_after, ms, NULL), 100 IGNORE NULLS)[OFFSET(95)]) AS p95_after,
  COUNTIF(NOT is_after AND status >= 500) AS errors_before,
  COUNTIF(is_after AND status >= 500) AS errors_after
FROM judged
GROUP BY route
HAVING requests_before >= 10 AND requests_after >= 10
ORDER BY SAFE_DIVIDE(p95_after, p95_before) DESC, route;
