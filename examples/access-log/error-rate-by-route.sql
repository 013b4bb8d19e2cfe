-- Which route fails most often? Routes with few requests are left out: one failure of three is no rate.
SELECT
  route,
  count(*) AS requests,
  count(*) FILTER (WHERE status >= 500) AS errors,
  round(100.0 * count(*) FILTER (WHERE status >= 500) / count(*), 2) AS error_percent
FROM access_log
GROUP BY route
HAVING count(*) >= 20
ORDER BY error_percent DESC, requests DESC, route
LIMIT 10;
