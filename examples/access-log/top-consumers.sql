-- Who takes most of the servers' time? Counted in seconds, because ten slow searches weigh more than a hundred pictures.
-- A member is a hash that changes each month; who is not signed in is only a network.
SELECT
  coalesce('member ' || member, 'network ' || network) AS consumer,
  count(*) AS requests,
  round(sum(ms) / 1000, 1) AS seconds,
  round(100.0 * sum(ms) / sum(sum(ms)) OVER (), 1) AS share_percent
FROM access_log
GROUP BY consumer
ORDER BY seconds DESC, consumer
LIMIT 8;
