import {existsSync} from 'node:fs';
import {join} from 'node:path';
import type {Place} from '../../catalog/model.ts';
import {readText} from '../../catalog/read-text.server.ts';
import type {Slip} from '../../catalog/slip.ts';
import {parseSources} from '../../catalog/source.ts';
import type {Finding} from '../finding.ts';
import {Baseline, type BaselineEntry} from './contract.ts';

export const baselineFile = 'lint-baseline.yaml';

export interface PlacedEntry extends BaselineEntry {
  readonly places: Readonly<Record<keyof BaselineEntry, Place>>;
}

/** What is let through; nothing when there is no such file. A fault in it is a finding, and then nothing is let through. */
export function readBaseline(root: string): {entries: PlacedEntry[]; findings: Finding[]} {
  const slips: Slip[] = [];
  const text = existsSync(join(root, baselineFile)) ? readText(root, baselineFile, slips) : '';
  const [source] = parseSources(baselineFile, text ?? '', slips);
  const entries = source?.check(Baseline, slips) ?? [];
  const findings = slips.map(({found, expected, ...place}) => ({
    ...place,
    rule: 'lint-baseline',
    severity: 'error' as const,
    message: `Unexpected ${found}, expected ${expected}`,
  }));
  const placeOf = (index: number, key: string): Place => source?.place([index, key]) ?? {file: baselineFile, line: 1, column: 1};
  return {
    findings,
    entries: entries.map((entry, index) => ({
      ...entry,
      places: {
        rule: placeOf(index, 'rule'),
        file: placeOf(index, 'file'),
        count: placeOf(index, 'count'),
        reason: placeOf(index, 'reason'),
        expires: placeOf(index, 'expires'),
      },
    })),
  };
}
