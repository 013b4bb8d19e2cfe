-- How much of the work is for crawlers, and for which? By what they call themselves: one that lies counts as people.
SELECT
  coalesce(nullif(regexp_extract(agent, '(?i)([a-z]+(?:bot|crawler|spider))', 1), ''), 'people') AS visitor,
  count(*) AS requests,
  round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS request_percent,
  round(100.0 * sum(ms) / sum(sum(ms)) OVER (), 1) AS time_percent
FROM access_log
GROUP BY visitor
ORDER BY requests DESC, visitor
LIMIT 8;
