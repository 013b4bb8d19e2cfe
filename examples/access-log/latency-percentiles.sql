-- How long does the slowest request in twenty take, and the slowest in a hundred? An average hides both.
SELECT
  route,
  count(*) AS requests,
  round(quantile_cont(ms, 0.5)) AS p50,
  round(quantile_cont(ms, 0.95)) AS p95,
  round(quantile_cont(ms, 0.99)) AS p99
FROM access_log
WHERE status < 500
GROUP BY route
HAVING count(*) >= 20
ORDER BY p95 DESC, route
LIMIT 10;
