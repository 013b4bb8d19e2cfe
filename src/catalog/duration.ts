const units = {ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000, y: 31_536_000_000} as const;

/** A Prometheus duration such as `1m30s` in milliseconds. https://prometheus.io/docs/prometheus/latest/querying/basics/#float-literals-and-time-durations */
export function milliseconds(duration: string): number {
  let total = 0;
  for (const [, amount, unit] of duration.matchAll(/(\d+)(ms|[smhdwy])/g)) total += Number(amount) * units[unit as keyof typeof units];
  return total;
}
