-- How long does the slowest request in twenty take, and the slowest in a hundred? An average hides both.
SELECT
  route,
  COUNT(*) AS requests,
  ROUND(APPROX_QUANTILES(ms, 100)[OFFSET(50)]) AS p50, -- BigQuery only: APPROX_QUANTILES, near but not exact
  ROUND(APPROX_QUANTILES(ms, 100)[OFFSET(95)]) AS p95,
  ROUND(APPROX_QUANTILES(ms, 100)[OFFSET(99)]) AS p99
FROM access_log
WHERE time >= TIMESTAMP_SUB(CURRENT_TIMESTAMP(), INTERVAL 1 DAY) -- a partitioned table asks for a time
  AND status < 500
GROUP BY route
HAVING COUNT(*) >= 20
ORDER BY p95 DESC, route
LIMIT 10;
