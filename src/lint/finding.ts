import type {Place} from '../catalog/model.ts';

export type Severity = 'error' | 'warning';

/** What a rule of ours says: the place, from where to where if it knows, and one sentence, "Unexpected this, expected that". */
export interface Remark extends Place {
  readonly message: string;
  /** Where the range ends, counted from 1; the column is the first that no longer belongs to it. */
  readonly end?: {readonly line: number; readonly column: number} | undefined;
  /** An error where nothing is said. */
  readonly severity?: Severity | undefined;
}

/** One thing that a check found. Line and column count from 1; `rule` is ours, or the other tool's own id, such as `MD022`. */
export interface Finding extends Remark {
  readonly rule: string;
  readonly severity: Severity;
}

export function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule) || compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
