import {replaceAt, replaceMatch} from './edit.ts';
import {onData, type Edit, type Planter} from './fault.ts';
import type {Random} from './random.ts';

const tries = 'data/registers/tries.yaml';
const agendas = 'data/agendas/';
const evidence = 'data/evidence/';

/** Faults of what a team wrote down to look at again. */
export const registerPlanters: readonly Planter[] = [
  onData({rule: 'try-has-owner-and-date', name: 'a Try that nobody took', folder: tries}, (text, random) => without(text, random, 'owner')),
  onData({rule: 'try-has-owner-and-date', name: 'a Try that nobody looks at again', folder: tries}, (text, random) =>
    without(text, random, 'check'),
  ),
  onData(
    {rule: 'try-has-owner-and-date', name: 'a Try that was looked at before it began', folder: tries, explains: ['register-fresh']},
    (text, random) => replaceMatch(text, /(?<=^ {4}check: )[\d-]+/gm, random, () => '2026-01-15'),
  ),
  onData({rule: 'try-at-most-three', name: 'more Tries than one team does', folder: tries}, (text, random) => {
    const more = 2 + random.integer(4);
    const added = Array.from({length: more}, (_, i) => tryText(`try-20261113-${i + 3}`, {more: ''}));
    const {text: changed} = append(text, added.join(''));
    return {text: changed};
  }),
  onData({rule: 'try-carried-twice', name: 'a Try that goes on for ever', folder: tries}, (text, random) => {
    const edit = replaceMatch(
      text,
      /(?<=^ {4})(?=status: open$)/gm,
      random,
      () => random.pick(['carried: [2026-11-16, 2026-11-18]\n    ', 'carried: [2026-11-14, 2026-11-16, 2026-11-18]\n    ']) ?? '',
    );
    return edit === undefined ? undefined : {text: edit.text};
  }),
  onData({rule: 'register-fresh', name: 'a Try whose day has passed', folder: tries}, (text, random) =>
    replaceMatch(text, /(?<=^ {4}check: )[\d-]+/gm, random, () => `2026-11-${14 + random.integer(8)}`),
  ),
  onData({rule: 'register-fresh', name: 'an exception that has ended', folder: 'data/registers/exceptions.yaml'}, (text, random) =>
    replaceMatch(text, /(?<=^ {4}expires: )[\d-]+/gm, random, () => `2026-11-${10 + random.integer(11)}`),
  ),
  onData({rule: 'agenda-adds-up', name: 'a box that is longer', folder: agendas}, (text, random) => {
    const edit = replaceMatch(text, /(?<=^ {4}minutes: )\d+/gm, random, ([n]) => String(Number(n) + 1 + random.integer(5)));
    return edit === undefined ? undefined : {text: edit.text};
  }),
  onData({rule: 'agenda-adds-up', name: 'a meeting that is longer', folder: agendas}, (text, random) =>
    replaceMatch(text, /(?<=^minutes: )\d+/gm, random, ([n]) => String(Number(n) + 5)),
  ),
  onData({rule: 'agenda-adds-up', name: 'a box twice', folder: agendas}, (text) => {
    const [first, second] = [...text.matchAll(/(?<=^ {2}- id: )[\w-]+/gm)];
    return first === undefined || second === undefined
      ? undefined
      : replaceAt(text, [second.index, second.index + second[0].length], first[0]);
  }),
  onData(
    {rule: 'evidence-fresh', name: 'a use that failed', folder: evidence},
    elsewhere((text) => text.replace('outcome: worked', 'outcome: failed').replace(/^note: .*$/m, 'note: The step did not work.')),
  ),
  onData(
    {rule: 'evidence-fresh', name: 'steps that have changed since', folder: evidence},
    elsewhere((text, random) => text.replace(/(?<=^steps: ['"]?)[0-9a-f]{64}/m, random.letters(64, '0123456789abcdef'))),
  ),
  onData(
    {rule: 'evidence-fresh', name: 'alert rules that have changed since', folder: evidence},
    elsewhere((text, random) => text.replace(/(?<=^alert: ['"]?)[0-9a-f]{64}/m, random.letters(64, '0123456789abcdef'))),
  ),
];

function tryText(id: string, {more}: {readonly more: string}): string {
  return `  - id: ${id}\n    text: Look at one more thing.\n    lang: en\n    owner: '@sre-lead'\n    first_step: Look.\n    check: 2026-11-27\n    from: retrospectives/records/2026-11-13-kpt\n    status: open\n${more}`;
}

function append(text: string, added: string): Edit {
  return replaceAt(`${text.trimEnd()}\n`, [text.trimEnd().length + 1, text.trimEnd().length + 1], added);
}

/** An entry without one of its fields, whose absence is said of the entry. */
function without(text: string, random: Random, field: string): Edit | undefined {
  const edit = replaceMatch(text, new RegExp(`^ {4}${field}: .*\n`, 'gm'), random, () => '');
  return edit === undefined ? undefined : {text: edit.text};
}

/** What a use was is written in its file, and said of its page; of a procedure, whose drills are counted elsewhere, nothing is said. */
function elsewhere(
  as: (text: string, random: Random) => string,
): (text: string, random: Random) => (Edit & {readonly at: RegExp}) | undefined {
  return (text, random) => {
    const changed = as(text, random);
    return changed === text || text.includes('page: procedures/') ? undefined : {text: changed, at: /^docs\/runbooks\//};
  };
}
