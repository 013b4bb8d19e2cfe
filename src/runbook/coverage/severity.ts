/** Values of the `severity` label as teams write them, most urgent first; a value that is not here stands before those that only inform. */
const order = [
  'critical',
  'page',
  'error',
  'major',
  'high',
  'warning',
  'ticket',
  'minor',
  'medium',
  'low',
  undefined,
  'info',
  'note',
  'none',
  '',
];

interface Ranked {
  readonly alert: string;
  readonly severity: string;
  readonly line?: number;
}

/** Most urgent first, then by name and line. */
export function bySeverity(a: Ranked, b: Ranked): number {
  return rank(a.severity) - rank(b.severity) || compare(a.alert, b.alert) || (a.line ?? 0) - (b.line ?? 0);
}

/** The most urgent of several; empty for none. */
export function mostSevere(severities: readonly string[]): string {
  return severities.toSorted((a, b) => rank(a) - rank(b) || compare(a, b))[0] ?? '';
}

function rank(severity: string): number {
  const at = order.indexOf(severity.toLowerCase());
  return at === -1 ? order.indexOf(undefined) : at;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
