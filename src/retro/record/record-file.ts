/** The name of a record's file among the others: `2026-01-31-kpt.md`. */
export function recordFile({date, agenda}: {readonly date: string; readonly agenda: string}, slug: string = slugOf(agenda)): string {
  return `${date}-${slug}.md`;
}

/** `kpt-60` → `kpt`: how long it took is in the record. What is no name of an agenda must not become a way to another folder. */
function slugOf(agenda: string): string {
  return /^([a-z0-9]+(?:-[a-z0-9]+)*?)(?:-\d+)?$/.exec(agenda)?.[1] ?? 'retro';
}
