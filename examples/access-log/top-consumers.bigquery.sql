-- Who takes most of the servers' time? Counted in seconds, because ten slow searches weigh more than a hundred pictures.
-- A member is a hash that changes each month; who is not signed in is only a network.
SELECT
  COALESCE(CONCAT('member ', member), CONCAT('network ', network)) AS consumer,
  COUNT(*) AS requests,
  ROUND(SUM(ms) / 1000, 1) AS seconds,
  ROUND(100 * SAFE_DIVIDE(SUM(ms), SUM(SUM(ms)) OVER ()), 1) AS share_percent -- BigQuery only: SAFE_DIVIDE
FROM access_log
WHERE time >= TIMESTAMP_SUB(CURRENT_TIMESTAMP(), INTERVAL 1 DAY) -- a partitioned table asks for a time
GROUP BY consumer
ORDER BY seconds DESC, consumer
LIMIT 8;
