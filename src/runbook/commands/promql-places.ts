import {parser} from '@prometheus-io/lezer-promql';
import type {Place} from './contract.ts';
import {mentions, untouched, type Found} from './found.ts';

/** Parameters in PromQL: only in the value of a label matcher. */
export function promqlPlaces(text: string, params: readonly string[]): Found {
  const slips: Found['slips'][number][] = [];
  const values: {readonly from: number; readonly to: number; readonly isRegex: boolean}[] = [];
  let isRegex = false;
  parser.parse(text).iterate({
    enter: ({type, name, from, to, node}) => {
      if (type.isError && slips.length === 0) slips.push({at: from, found: foundAt(text, from), expected: 'an expression of PromQL'});
      if (name === 'MatchOp') isRegex = text.slice(from, to).endsWith('~');
      if (name === 'StringLiteral' && /^(?:Unq|Q)uotedLabelMatcher$/.test(node.parent?.name ?? '')) values.push({from, to, isRegex});
    },
  });
  if (slips.length > 0) return {places: untouched(text, {params, why: 'does-not-parse'}), slips};
  const places = mentions(text, params).map((mention): Place => {
    const value = values.find(({from, to}) => from < mention.from && mention.to < to);
    if (value === undefined) return {...mention, context: 'never', why: 'outside-string'};
    const isRaw = text[value.from] === '`';
    // Behind a backslash the first character of the value would be part of an escape.
    const slashes = /\\*$/.exec(text.slice(value.from, mention.from))?.[0].length ?? 0;
    if (slashes > 0 && (!isRaw || value.isRegex)) return {...mention, context: 'never', why: 'expansion'};
    if (value.isRegex && isInClass(text.slice(value.from + 1, mention.from))) return {...mention, context: 'never', why: 'regex-class'};
    return {...mention, context: `promql${isRaw ? '-raw' : ''}${value.isRegex ? '-regex' : ''}`};
  });
  return {places, slips};
}

/** Within `[…]`, `{…}` or `\Q…` of a regular expression a character means something else than alone. */
function isInClass(before: string): boolean {
  return /[[{]|\\Q|\(\?/.test(before);
}

function foundAt(text: string, at: number): string {
  const rest = text.slice(at).split(/[\s,(){}[\]]/)[0] ?? '';
  return rest === '' ? 'the end' : JSON.stringify(rest);
}
