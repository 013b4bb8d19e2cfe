import type {Root} from 'mdast';
import {lintRule} from 'unified-lint-rule';
import {isCommand, isShell, markPlaces} from '../../runbook/commands/mark-places.ts';
import {never} from '../../runbook/commands/never.en.ts';
import {fencesOf, offsetInFence, type Fence} from '../content.ts';
import {followed} from '../shell/declared.ts';
import {scriptsIn} from '../shell/scripts-of.ts';

/** Reasons that lie elsewhere in the command: where another place has a reason of its own, they are its echo. */
const echoes = new Set([
  'splits',
  'syntax',
  'history',
  'unknown-program',
  'unknown-option',
  'missing-option',
  'no-double-dash',
  'piped-on',
]);

/** A value gets into a command only where it stays data: `"$NAME"`, or within a double-quoted word of a tool that is known to take it so. */
export const shellParamsQuoted = lintRule<Root>({origin: 'handbook-lint:shell-params-quoted'}, (tree, file) => {
  const params = followed(tree)?.params.map(({name}) => name) ?? [];
  if (params.length === 0) return;
  for (const fence of fencesOf(tree).filter(({lang}) => isCommand(lang))) {
    for (const {text, placeAt} of piecesOf(fence)) {
      const {places} = markPlaces(text, {lang: fence.lang, params});
      // What does not parse at all is said by the rules about parsing.
      const refused = places.flatMap(({why, ...place}) =>
        why === undefined || (why === 'does-not-parse' && fence.lang !== 'sql') ? [] : [{...place, why}],
      );
      const own = refused.filter(({why}) => !echoes.has(why));
      for (const {name, from, to, why} of own.length > 0 ? own : refused.slice(0, 1)) {
        const expected = expectation({lang: fence.lang.toLowerCase(), name, why});
        const message = `Unexpected ${text.slice(from, to)} that is never filled (${never[why] ?? why}), expected ${expected}`;
        file.message(message, {start: placeAt(from), end: placeAt(to)});
      }
    }
  }
});

function expectation({lang, name, why}: {readonly lang: string; readonly name: string; readonly why: string}): string {
  if (lang === 'promql' || lang === 'sql') return `$${name} within a string`;
  if (lang === 'url') return `$${name} behind the host`;
  return why === 'unquoted' || why === 'single-quotes' ? `"$${name}"` : `"$${name}" where it can only be data`;
}

interface Piece {
  readonly text: string;
  readonly placeAt: (offset: number) => {readonly line: number; readonly column: number};
}

function piecesOf(fence: Fence): readonly Piece[] {
  if (isShell(fence.lang)) return scriptsIn(fence);
  return [{text: fence.text, placeAt: (offset) => offsetInFence(fence, offset)}];
}
