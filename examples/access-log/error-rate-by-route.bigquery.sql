-- Which route fails most often? Routes with few requests are left out: one failure of three is no rate.
SELECT
  route,
  COUNT(*) AS requests,
  COUNTIF(status >= 500) AS errors, -- BigQuery only: COUNTIF
  ROUND(100 * SAFE_DIVIDE(COUNTIF(status >= 500), COUNT(*)), 2) AS error_percent -- BigQuery only: SAFE_DIVIDE
FROM access_log
WHERE time >= TIMESTAMP_SUB(CURRENT_TIMESTAMP(), INTERVAL 1 DAY) -- a partitioned table asks for a time
GROUP BY route
HAVING COUNT(*) >= 20
ORDER BY error_percent DESC, requests DESC, route
LIMIT 10;
