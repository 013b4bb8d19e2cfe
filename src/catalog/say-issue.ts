import {stringify} from 'yaml';
import type * as z from 'zod';
import {masked} from './masked.ts';

/** What a schema found, with the field it stands in: `kind: "Database"`. The issue must carry its input (`reportInput`). */
export function sayFound(issue: z.core.$ZodIssue): string {
  return `${where(issue.path)}${show(inputOf(issue))}`;
}

/** A value as it may be said in a message: short, and without what may be a password. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  // JSON has no word for these; in YAML somebody wrote `.nan`.
  if (typeof value === 'number' && !Number.isFinite(value)) return stringify(value).trim();
  const text = masked(JSON.stringify(value) ?? typeof value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** What was found: of an entry of a kind that is not known, the kind. */
function inputOf(issue: z.core.$ZodIssue): unknown {
  if (issue.code !== 'invalid_union' || !('discriminator' in issue) || typeof issue.discriminator !== 'string') return issue.input;
  return (issue.input as Readonly<Record<string, unknown>> | undefined)?.[issue.discriminator];
}

function where(path: readonly PropertyKey[]): string {
  const last = path.findLast((part) => typeof part === 'string');
  return last === undefined ? '' : `${last}: `;
}

/** Where a schema gives no words of its own for a form. */
const formats: Readonly<Record<string, string>> = {
  'Invalid URL': 'an http or https address',
  'Invalid ISO date': 'a day such as 2026-01-31',
};

/** What a schema expected in its place. */
export function sayExpected(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (!issue.message.startsWith('Invalid input')) return issue.message;
      if (issue.expected === 'record' || issue.expected === 'object') return 'a mapping';
      return issue.expected === 'nonoptional' ? 'a value' : `a value of type ${issue.expected}`;
    case 'invalid_value':
      return issue.values.length === 1 ? show(issue.values[0]) : `one of ${issue.values.map((value) => show(value)).join(', ')}`;
    case 'too_small':
      if (issue.origin === 'string') return 'text that is not empty';
      return issue.inclusive === false ? `more than ${issue.minimum}` : `at least ${issue.minimum}`;
    case 'too_big':
      return issue.inclusive === false ? `less than ${issue.maximum}` : `at most ${issue.maximum}`;
    case 'invalid_format':
      return formats[issue.message] ?? issue.message;
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? `one of ${issue.options.map((option) => show(option)).join(', ')}`
        : 'another shape';
    default:
      return issue.message;
  }
}
