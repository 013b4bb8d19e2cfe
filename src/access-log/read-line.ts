import {writtenOut} from '../command/written-out.ts';
import {LogLine} from './log-line.ts';

export type Reading = {readonly kind: 'line'; readonly line: LogLine} | {readonly kind: 'refused'; readonly reason: string};

/** Reads one line. What cannot be read is a reason, never an exception. */
export function readLine(text: string): Reading {
  if (text.trim() === '') return refused('found nothing, expected one JSON object');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused(`found no JSON (${excerpt(text)}), expected one JSON object`);
  }
  const result = LogLine.safeParse(value);
  if (result.success) return {kind: 'line', line: result.data};
  const [issue] = result.error.issues;
  const [field] = issue?.path ?? [];
  if (issue === undefined || typeof field !== 'string') return refused(`found ${typeName(value)}, expected one JSON object`);
  // The object was read: only fields of it are wrong.
  const found = (value as Readonly<Record<string, unknown>>)[field];
  return refused(`${field}: found ${sayFound(field, found)}, expected ${issue.message}`);
}

/** Where something that leads to a person would stand; it is not said again. */
const guarded = new Set(['member', 'network', 'route']);

function sayFound(field: string, found: unknown): string {
  if (found === undefined) return 'nothing';
  return typeof found === 'string' && guarded.has(field) ? 'text of another form' : excerpt(JSON.stringify(found));
}

function refused(reason: string): Reading {
  return {kind: 'refused', reason};
}

function typeName(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}

/** So much of somebody else's text as helps to find it. */
function excerpt(text: string): string {
  const most = 40;
  const shown = writtenOut(text.slice(0, most));
  return text.length > most ? `${shown}…` : shown;
}
