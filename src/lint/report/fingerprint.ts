import {createHash} from 'node:crypto';
import type {Finding} from '../finding.ts';

/**
 * A name for each finding that stays when lines are added above it: made of the rule, the file, the text of the line and, where the same stands
 * there more than once, the how manieth it is.
 */
export function fingerprints(findings: readonly Finding[], lineOf: (file: string, line: number) => string | undefined): string[] {
  const seen = new Map<string, number>();
  return findings.map(({rule, file, line}) => {
    const key = JSON.stringify([rule, file, lineOf(file, line)?.trim() ?? '']);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return `${createHash('sha256').update(key).digest('hex').slice(0, 32)}:${nth}`;
  });
}
