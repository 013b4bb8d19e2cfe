import type {Place} from './contract.ts';
import {mentions, type Found} from './found.ts';

/** Statements and functions that read a literal once more, as a command or as SQL. */
const evaluates =
  /\b(?:PROGRAM|EXEC(?:UTE)?|PREPARE|DO|ALTER\s+SYSTEM|COPY|SOURCE|SYSTEM|LOAD)\b|dblink|(?:query|table|cursor)_to_xml|xp_|sp_|lo_import|lo_export|pg_read|pg_ls|read_|DELIMITER|^\s*[\\!.]/im;

/**
 * Parameters in SQL: only in a plain `'…'` literal. Dialects differ in what begins a comment and what a backslash is; behind such a thing nothing
 * is filled, because the next quote may begin or end a literal. Nothing is filled where a literal may hold SQL of its own.
 */
export function sqlPlaces(text: string, params: readonly string[]): Found {
  const {literals, unsure, open} = scan(text);
  const places = mentions(text, params).map((mention): Place => {
    const literal = literals.find(({from, to}) => from < mention.from && mention.to < to);
    if (literal === undefined) return {...mention, context: 'never', why: 'outside-string'};
    if (evaluates.test(text) || /''|["{[]/.test(text.slice(literal.from + 1, literal.to - 1)))
      return {...mention, context: 'never', why: 'evaluated'};
    return mention.from > unsure ? {...mention, context: 'never', why: 'dialects-differ'} : {...mention, context: 'sql'};
  });
  const slips = open === undefined ? [] : [{at: open, found: 'a literal or comment without its end', expected: 'its closing mark'}];
  return {places: open === undefined ? places : places.map((place) => ({...place, context: 'never', why: 'does-not-parse'})), slips};
}

interface Scan {
  /** Plain literals, quotes included. */
  readonly literals: readonly {readonly from: number; readonly to: number}[];
  /** From here on dialects may read the text in different ways. */
  readonly unsure: number;
  readonly open: number | undefined;
}

const token = /--[^\n]*|#[^\n]*|\/\*|\$(?:[A-Za-z_]\w*)?\$|'|"|`|\[|\\/g;

function scan(text: string): Scan {
  const literals: {from: number; to: number}[] = [];
  let unsure = Infinity;
  let at = 0;
  while (at < text.length) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (found === null) break;
    const {index, 0: mark} = found;
    const end = endOf(text, {index, mark});
    if (end === undefined) return {literals, unsure, open: index};
    const inner = text.slice(index, end);
    if (mark === "'") {
      // `E'…'`, `N'…'`, `U&'…'`, `_utf8'…'`: read by rules of their own.
      if (/[\w&]$/.test(text.slice(0, index))) unsure = Math.min(unsure, index);
      else literals.push({from: index, to: end});
      if (inner.includes('\\')) unsure = Math.min(unsure, index);
    } else if (mark !== '"' || inner.includes('\\')) {
      // A comment that some dialect does not see, or that has a quote or an end of its own in it.
      const isPlain = (/^--(?:\s|$)/.test(mark) || mark === '/*') && !/['"`$\\]|\/\*[^]*\/\*/.test(inner);
      if (!isPlain) unsure = Math.min(unsure, index);
    } else if (inner.includes("'")) unsure = Math.min(unsure, index);
    at = end;
  }
  return {literals, unsure, open: undefined};
}

function endOf(text: string, {index, mark}: {readonly index: number; readonly mark: string}): number | undefined {
  if (mark.length > 1 && mark !== '/*' && !mark.startsWith('$')) return index + mark.length;
  if (mark === '#' || mark === '[' || mark === '\\') return index + 1;
  const close = mark === '/*' ? '*/' : mark;
  for (let from = index + mark.length; ;) {
    const at = text.indexOf(close, from);
    if (at < 0) return undefined;
    const isDoubled = close.length === 1 && text[at + 1] === close;
    if (!isDoubled) return at + close.length;
    from = at + 2;
  }
}
