import type {Context, Segment} from './contract.ts';

/** Why a value is not put into a command: a key of the messages. */
export type Refusal =
  | 'empty'
  | 'line-break'
  | 'control'
  | 'invisible'
  | 'broken-text'
  | 'too-long'
  | 'pattern'
  | 'bad-pattern'
  | 'ambiguous'
  | 'leading-dash'
  | 'operator'
  | 'not-plain'
  | 'backslash'
  | 'backtick'
  | 'quote'
  | 'dots'
  | 'never';

export type Filled = {readonly kind: 'filled'; readonly text: string} | {readonly kind: 'refused'; readonly reason: Refusal};

/** Longer is no label of an alert. */
const most = 1000;

/** What holds in every context. The pattern must match the whole value. Undefined when nothing speaks against it. */
export function checkValue(value: string, {pattern}: {readonly pattern?: string | undefined} = {}): Refusal | undefined {
  if (value === '') return 'empty';
  if (value.length > most) return 'too-long';
  if (/[\n\r\u0085\u2028\u2029]/.test(value)) return 'line-break';
  if (/\p{Cc}/u.test(value)) return 'control';
  // What is copied must be what is seen: nothing that reorders, joins or hides text, and no space but one between other characters.
  if (/[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}|^ | $/u.test(value)) return 'invisible';
  // Half a character, the mark that a decoder left where bytes were no text, or marks that pile up over their neighbours.
  if (/[\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]|\p{M}{4}/u.test(value)) return 'broken-text';
  return pattern === undefined ? undefined : checkPattern(value, pattern);
}

/** The text that copying puts in the place of the parameter, so that the tool gets exactly the value, and nothing else of the command changes. */
export function fill(value: string, {context, pattern}: {readonly context: Context; readonly pattern?: string | undefined}): Filled {
  const reason = checkValue(value, {pattern}) ?? checkContext(value, context);
  return reason === undefined ? {kind: 'filled', text: writers[context](value)} : {kind: 'refused', reason};
}

export interface Unfilled {
  readonly name: string;
  /** `missing` when there is no value, else a key of the refusals or of the reasons for `never`. */
  readonly reason: string;
}

/** The exact text to copy. A place that cannot be filled stays as the author wrote it, and is told. */
export function fillCommand(
  parts: readonly Segment[],
  values: ReadonlyMap<string, string>,
  {patterns}: {readonly patterns?: ReadonlyMap<string, string>} = {},
): {text: string; unfilled: Unfilled[]} {
  const unfilled: Unfilled[] = [];
  const texts = parts.map((part) => {
    if (!('place' in part)) return part.text;
    const {name, context, why = ''} = part.place;
    const value = values.get(name);
    const filled = context === 'never' || value === undefined ? undefined : fill(value, {context, pattern: patterns?.get(name)});
    if (filled?.kind === 'filled') return filled.text;
    unfilled.push({name, reason: filled?.reason ?? (context === 'never' ? why : 'missing')});
    return part.text;
  });
  return {text: texts.join(''), unfilled};
}

function checkPattern(value: string, pattern: string): Refusal | undefined {
  try {
    // Alone first: `a)|(b` is no pattern, and would become one between brackets.
    void new RegExp(pattern, 'u');
    return new RegExp(`^(?:${pattern})$`, 'u').test(value) ? undefined : 'pattern';
  } catch {
    return 'bad-pattern';
  }
}

function checkContext(value: string, context: Context): Refusal | undefined {
  switch (context) {
    case 'word':
    case 'double-first':
      if (value.startsWith('-')) return 'leading-dash';
      // `find` and `test` read these as words of their own, however they are quoted.
      return /^[!(),]$/.test(value) ? 'operator' : undefined;
    case 'echo':
      return value.startsWith('-') ? 'leading-dash' : value.includes('\\') ? 'backslash' : undefined;
    case 'strict':
      return isPlain(value) ? undefined : 'not-plain';
    case 'sql':
      // A backslash is a letter in standard SQL, and an escape in MySQL. Doubled quotes are one when the literal is read once more.
      return value.includes('\\') ? 'backslash' : value.includes("'") ? 'quote' : undefined;
    case 'promql-raw':
      return value.includes('`') ? 'backtick' : undefined;
    case 'never':
      return 'never';
    case 'url':
      return value === '.' || value === '..' ? 'dots' : undefined;
    default:
      return undefined;
  }
}

/** No sign of any syntax, no begin of an option or an expansion, no way to another folder or host. */
function isPlain(value: string): boolean {
  return /^(?![-:])[\p{L}\p{N}._:/-]+(?<!:)$/u.test(value) && !value.includes('//') && !/(?:^|\/)\.\.?(?:\/|$)/.test(value);
}

const writers: Readonly<Record<Context, (value: string) => string>> = {
  word: shellQuoted,
  double: (value) => `"${shellQuoted(value)}"`,
  'double-first': (value) => `"${shellQuoted(value)}"`,
  echo: (value) => `"${shellQuoted(value)}"`,
  // Nothing in it means anything to a shell.
  strict: (value) => value,
  promql: goEscaped,
  'promql-regex': (value) => goEscaped(regexQuoted(value)),
  // RE2 reads the escape that a raw string cannot hold.
  'promql-raw-regex': (value) => regexQuoted(value).replaceAll('`', String.raw`\x60`),
  'promql-raw': (value) => value,
  sql: (value) => value,
  url: (value) => encodeURIComponent(value).replaceAll(/['()*!]/g, hexEscaped('%')),
  never: (value) => value,
};

/**
 * Single quotes keep everything as it is. `!` stands outside of them behind a backslash: so it needs no shell that knows, when it expands history,
 * that a `$(…)` within double quotes has its own quoting. bash 5.2 does.
 */
function shellQuoted(value: string): string {
  return `'${value.replaceAll(/['!]/g, String.raw`'\$&'`)}'`;
}

/** Hexadecimal for both kinds of quotes: Prometheus refuses `\'` within `"…"` and `\"` within `'…'`. */
function goEscaped(value: string): string {
  return value.replaceAll('\\', String.raw`\\`).replaceAll(/["']/g, hexEscaped(String.raw`\x`));
}

/** As `regexp.QuoteMeta` of Go, whose expressions Prometheus uses. */
function regexQuoted(value: string): string {
  return value.replaceAll(/[\\.+*?()|[\]{}^$]/g, String.raw`\$&`);
}

function hexEscaped(prefix: string): (character: string) => string {
  return (character) => prefix + character.charCodeAt(0).toString(16).toUpperCase();
}
