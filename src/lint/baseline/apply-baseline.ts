import type {Finding} from '../finding.ts';
import type {BaselineEntry} from './contract.ts';
import type {PlacedEntry} from './read-baseline.server.ts';

interface Around {
  /** `2026-11-22` */
  readonly today: string;
  /** Whether a rule or another tool's check has this id. */
  readonly isKnown: (rule: string) => boolean;
  /** Whether this file was looked at: of another, nobody knows how many there are. */
  readonly isSeen: (file: string) => boolean;
  /** Whether every rule could look: where fewer are found otherwise, nobody knows that fewer are left. */
  readonly isWhole: boolean;
}

/**
 * Takes out what the baseline lets through. Where there is more than it allows, all of that rule in that file stays: nobody can tell which of
 * them is new. The same holds past its day.
 */
export function applyBaseline(findings: readonly Finding[], entries: readonly PlacedEntry[], around: Around): Finding[] {
  const found = Map.groupBy(findings, keyOf);
  const listed = new Set<string>();
  const silenced = new Set<string>();
  const remarks = entries.flatMap((entry): Finding[] => {
    const {rule, file, expires, places} = entry;
    const say = (severity: Finding['severity'], key: keyof BaselineEntry, message: string): Finding[] => [
      {...places[key], rule: 'lint-baseline', severity, message},
    ];
    if (!around.isKnown(rule)) return say('error', 'rule', `Unexpected rule ${JSON.stringify(rule)}, expected the id of a rule`);
    if (listed.has(keyOf(entry))) return say('error', 'rule', `Unexpected second entry of ${rule} in ${file}, expected one with the sum`);
    listed.add(keyOf(entry));
    if (expires < around.today)
      return say('error', 'expires', `Unexpected entry that held until ${expires}, expected what it lets through to be mended`);
    if (!around.isSeen(file)) return [];
    const there = found.get(keyOf(entry))?.length ?? 0;
    if (there > entry.count) return [];
    silenced.add(keyOf(entry));
    if (there === entry.count || !around.isWhole) return [];
    const now = there === 0 ? 'no entry, because nothing is left' : `${there}, because no more are left`;
    return say(
      'warning',
      'count',
      `Unexpected count ${entry.count} of ${rule} in ${file}, expected ${now}: npm run lint -- --prune writes it`,
    );
  });
  return [...findings.filter((finding) => !silenced.has(keyOf(finding))), ...remarks];
}

function keyOf({rule, file}: {readonly rule: string; readonly file: string}): string {
  return JSON.stringify([rule, file]);
}
