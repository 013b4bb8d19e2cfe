import {readdirSync} from 'node:fs';
import {page} from './lint.ts';

export const tries = 'data/registers/tries.yaml';
export const record = 'docs/retrospectives/records/2026-01-30-kpt.md';

/** The record of a retrospective, with these rows in the table of its Tries; the first stands in line 16. */
export function retro(rows: string): string {
  const fields = "lang: en\ndate: 2026-01-30\nagenda: kpt-60\nboard: ''\n";
  return page('retro-record', `## Try\n\n| Try | Owner (role) | Check date |\n| --- | --- | --- |\n${rows}`, fields).replace(
    '\n---\n\n',
    '\n---\n',
  );
}

/** The same with the columns of the template; the first row stands in line 16. */
export function retroTable(rows: string): string {
  return retro(rows).replace(
    '| Try | Owner (role) | Check date |\n| --- | --- | --- |',
    '| Try | Owner (role) | First step | Check date |\n| --- | --- | --- | --- |',
  );
}

/** A register with one Try of that retrospective. */
export function oneTry(id = 'try-20260130-1'): string {
  return `entries:\n${entry(id)}`;
}

export function entry(id: string, more = ''): string {
  return `  - id: ${id}
    text: Look at the log first.
    lang: en
    owner: '@sre-lead'
    first_step: Open it.
    check: 2026-02-13
    from: retrospectives/records/2026-01-30-kpt
    status: open
${more}`;
}

/** The pages of this repository that Tries come from. */
export const recordPages: ReadonlySet<string> = new Set(
  readdirSync('docs/retrospectives/records').map((name) => `retrospectives/records/${name.replace(/\.mdx?$/, '')}`),
);
