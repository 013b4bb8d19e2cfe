import type {Root} from 'mdast';
import {lintRule} from 'unified-lint-rule';
import type * as z from 'zod';
import type {Slip} from '../../catalog/slip.ts';
import type {Source} from '../../catalog/source.ts';
import {RunbookFields} from '../../page/contract.ts';
import {field, frontMatterOf} from '../content.ts';

/** What can stand in the address of an alert as it is. */
export const bare = /^[\w-][\w.-]*$/;

/** A runbook says which alerts lead to it, what people notice, whom to call after how long, and the values that its commands need. */
export const runbookFrontMatter = lintRule<Root>({origin: 'handbook-lint:runbook-front-matter'}, (tree, file) => {
  const frontMatter = frontMatterOf(tree, file.path);
  if (frontMatter === undefined || field(frontMatter, 'kind') !== 'runbook') return;
  const slips: Slip[] = [];
  const fields = frontMatter.check(RunbookFields, slips);
  if (fields !== undefined) slips.push(...slipsOf(fields, frontMatter));
  for (const {line, column, found, expected} of slips) file.message(`Unexpected ${found}, expected ${expected}`, {line, column});
});

/** What the fields say together. */
function slipsOf({alerts, aliases, impact, symptoms, params}: z.output<typeof RunbookFields>, frontMatter: Source): Slip[] {
  const slips: Slip[] = [];
  const slip = (path: readonly PropertyKey[], found: string, expected: string): void => {
    slips.push({...frontMatter.place(path), found, expected});
  };
  const names = [...named('alerts', alerts), ...named('aliases', aliases)];
  for (const {path, name} of names)
    if (!bare.test(name)) slip(path, `the name ${JSON.stringify(name)}`, 'the name of an alert alone, without a path or spaces');
  for (const {path, name} of repeated(names)) slip(path, `the alert ${name} a second time`, 'each name once among alerts and aliases');
  for (const {path, name} of repeated(named('symptoms', symptoms)))
    slip(path, `the symptom ${JSON.stringify(name)} a second time`, 'each once');
  for (const {path, name} of repeated(params.map((param, i) => ({path: ['params', i, 'name'], name: param.name}))))
    slip(path, `the parameter ${name} a second time`, 'each name once');
  if (impact.trim().includes('\n')) slip(['impact'], 'an impact of several lines', 'one line');
  if (symptoms.length === 0) slip(['symptoms'], 'no symptom', 'what somebody would type who does not know the name of the alert');
  return slips;
}

interface Named {
  readonly path: readonly PropertyKey[];
  readonly name: string;
}

function named(key: string, names: readonly string[]): Named[] {
  return names.map((name, i) => ({path: [key, i], name}));
}

/** Those whose name stands before them, in any case of letters. */
function repeated(all: readonly Named[]): Named[] {
  const seen = new Set<string>();
  return all.filter(({name}) => {
    const key = name.toLowerCase();
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}
