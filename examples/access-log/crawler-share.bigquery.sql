-- How much of the work is for crawlers, and for which? By what they call themselves: one that lies counts as people.
SELECT
  COALESCE(REGEXP_EXTRACT(agent, r'(?i)([a-z]+(?:bot|crawler|spider))'), 'people') AS visitor,
  COUNT(*) AS requests,
  ROUND(100 * SAFE_DIVIDE(COUNT(*), SUM(COUNT(*)) OVER ()), 1) AS request_percent, -- BigQuery only: SAFE_DIVIDE
  ROUND(100 * SAFE_DIVIDE(SUM(ms), SUM(SUM(ms)) OVER ()), 1) AS time_percent
FROM access_log
WHERE time >= TIMESTAMP_SUB(CURRENT_TIMESTAMP(), INTERVAL 1 DAY) -- a partitioned table asks for a time
GROUP BY visitor
ORDER BY requests DESC, visitor
LIMIT 8;
