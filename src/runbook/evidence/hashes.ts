import {createHash} from 'node:crypto';
import type {AlertRule} from '../../catalog/model.ts';
import type {Fence, Step} from '../steps/read-steps.ts';
import {printDuration, printPromql} from './print-promql.ts';

/**
 * What was used: the sha256 of the canonical JSON of `[{id, kind, fences, expect, goto, undo}]`, each a list in the order of the page. `expect`
 * holds what is matched, `goto` the targets, `fences` and `undo` `{lang, text}`. Prose, titles and conditions are left out, and so is a fence
 * without a language or of plain text: those are samples, and follow the language of the page.
 */
export function stepsHash(steps: readonly Step[]): string {
  return sha256(
    steps.map(({id, kind, fences, expects, otherwise, undo}) => ({
      id,
      kind,
      fences: run(fences),
      expect: expects.flatMap(({match}) => match ?? []),
      goto: otherwise.map(({goto}) => goto),
      undo: run(undo?.fences ?? []),
    })),
  );
}

const samples = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'md', 'markdown', 'mdx']);

function run(fences: readonly Fence[]): {lang: string; text: string}[] {
  return fences.filter(({lang}) => !samples.has(lang)).map(({lang, text}) => ({lang, text}));
}

/** The hash of a page without steps: there is nothing of it that a use could prove. */
export const noSteps = stepsHash([]);

/**
 * When the alert calls: the sha256 of the canonical JSON of the sorted list of `{expr, for, keep_firing_for, severity}` of these rules. An
 * expression counts as `printPromql` prints it, a duration as a length; a rule without a severity has an empty one. Names, annotations and other
 * labels are left out. A page without an alert has the hash of the empty list.
 */
export function alertHash(rules: readonly Pick<AlertRule, 'expr' | 'for' | 'keepFiringFor' | 'labels'>[]): string {
  const sorted = rules
    .map((rule) => ({
      expr: printPromql(rule.expr),
      for: printDuration(rule.for),
      keep_firing_for: printDuration(rule.keepFiringFor),
      severity: rule.labels['severity'] ?? '',
    }))
    .toSorted((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
  return sha256(sorted);
}

type Json = string | readonly Json[] | {readonly [key: string]: Json};

function sha256(value: Json): string {
  return createHash('sha256').update(canonical(value), 'utf8').digest('hex');
}

/** JSON with sorted keys and no space, for texts, lists and mappings of them. https://www.rfc-editor.org/rfc/rfc8785 */
function canonical(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}

// `Array.isArray` does not see a list that is only read.
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
