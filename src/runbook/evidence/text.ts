import type {Language} from '../../catalog/contract.ts';

/** What is recorded of one use of a runbook or procedure. When it was stands in the name of its file. */
export interface EvidenceFacts {
  /** Path of the page below the site's root, such as `runbooks/pod-crash-looping`. */
  readonly page: string;
  readonly kind: Use;
  /** The role of whoever used it, such as `sre-primary`; never a person. */
  readonly by: string;
  readonly outcome: Outcome;
  readonly minutes: number;
  readonly note: string;
  /** The language of the note. */
  readonly lang: Language;
  /** Hash of the steps that were used, from `stepsHash`. */
  readonly steps: string;
  /** Hash of the rules of the page's alerts at that time, from `alertHash`. */
  readonly alert: string;
}

/** On what occasion a page was used. In a `table-top` it was talked through, and nobody ran anything. */
export const uses = ['incident', 'drill', 'game-day', 'table-top'] as const;
export type Use = (typeof uses)[number];

/** `worked-with-changes`: it led to the end, but not as it was written. */
export const outcomes = ['worked', 'worked-with-changes', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

/** The text of an evidence file: the same bytes from the browser and from the script, and as Prettier leaves them. */
export function evidenceText(facts: EvidenceFacts): string {
  const {page, kind, by, outcome, minutes, note, lang, steps, alert} = facts;
  const lines = {page, kind, by: quote(by), outcome, minutes, note: quote(note), lang, steps: quote(steps), alert: quote(alert)};
  return Object.entries(lines)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
}

/** `data/evidence/2026-11-10T0312Z-pod-crash-looping.yaml`: minute, UTC, and the page without its first folder. */
export function evidenceFile(page: string, at: Date): string {
  const minute = at.toISOString().slice(0, 16).replace(/:/, '');
  return `data/evidence/${minute}Z-${evidenceSlug(page)}.yaml`;
}

export function evidenceSlug(page: string): string {
  return page.replace(/^[^/]+\//, '').replaceAll('/', '-');
}

// Marks that cannot be seen, and some of which turn the text around them; also what YAML cannot hold as it is.
const unseen = /[\p{Cc}\p{Cs}\u{ad}\u{61c}\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{2069}\u{feff}\u{fffe}\u{ffff}]/gu;

/** A string of YAML on one line. JSON would do, were it not rewritten by Prettier, which prefers single quotes wherever nothing is escaped. */
function quote(text: string): string {
  if (text.includes('\\') || text.search(unseen) !== -1) return JSON.stringify(text).replaceAll(unseen, spellOut);
  if (text.includes("'") && !text.includes('"')) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}

function spellOut(mark: string): string {
  return `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
