import {isObject, readEntry, readIncidentRecord, type Entry, type Incident} from './contract.ts';

/** The part of an exported timeline that another device reads: JSON, an entry a line, so that a diff of two exports is readable. */

const version = 1;

export function writeBlock({id, startedAt, title, closedAt, entries}: Incident): string {
  const head = JSON.stringify({'handbook-timeline': version, incident: {id, startedAt, title, closedAt}});
  return quiet(`${head.slice(0, -1)},"entries":[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]}`);
}

export type Reading =
  | {readonly kind: 'read'; readonly incidents: readonly Incident[]}
  /** No block at all; one that ends too early or was changed on the way; an entry (counted from 1) that cannot be; a version that is not known here. */
  | {readonly kind: 'nothing' | 'broken' | 'newer'}
  | {readonly kind: 'entry'; readonly number: number};

/** Reads every block in a text, whatever stands around it: all of them or none. */
export function readBlocks(pasted: string): Reading {
  // A quoted mail; and what editors put into text without showing it.
  const text = pasted
    .replace(/^[ \t]*(>[ \t]?)+/gm, '')
    .replace(/[\u200b\ufeff]/g, '')
    .replaceAll('\u00a0', ' ');
  const incidents: Incident[] = [];
  for (const {index} of text.matchAll(/\{\s*"handbook-timeline"/g)) {
    const block = parse(cut(text, index));
    if (block === undefined) return {kind: 'broken'};
    if (block['handbook-timeline'] !== version) return {kind: 'newer'};
    const incident = readIncidentRecord(block['incident']);
    if (incident === undefined || !Array.isArray(block['entries'])) return {kind: 'broken'};
    const entries: Entry[] = [];
    for (const [n, value] of block['entries'].entries()) {
      const entry = readEntry(value);
      if (entry === undefined) return {kind: 'entry', number: n + 1};
      entries.push(entry);
    }
    incidents.push({...incident, entries});
  }
  if (incidents.length > 0) return {kind: 'read', incidents};
  // Quotes made round, or written as entities, by a tool in between.
  return {kind: text.includes('handbook-timeline') ? 'broken' : 'nothing'};
}

/** What could end a fence, begin a tag or turn the line is written as JSON can write it: `\u0060`. */
function quiet(json: string): string {
  return json.replace(
    /[`<>\u007f-\u009f\u00a0\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The text from a brace to the one that closes it; to the end when none does. */
function cut(text: string, from: number): string {
  let depth = 0;
  let isQuoted = false;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (isQuoted && sign === '\\') at++;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && sign === '{') depth++;
    else if (!isQuoted && sign === '}' && --depth === 0) return text.slice(from, at + 1);
  }
  return text.slice(from);
}

function parse(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
