import {isMap, isScalar, LineCounter, parseAllDocuments, visit, type Alias, type Document} from 'yaml';
import {distance} from 'fastest-levenshtein';
import * as z from 'zod';
import type {Place} from './model.ts';
import {sayExpected, sayFound, show} from './say-issue.ts';
import type {Slip} from './slip.ts';

/** One thing that was read, with the document that it stands in. */
export interface Read<T> {
  readonly source: Source;
  readonly value: T;
}

/** One YAML document with the positions of everything in it. */
export class Source {
  readonly file: string;
  readonly value: unknown;
  readonly #document: Document;
  readonly #lines: LineCounter;

  constructor(file: string, document: Document, lines: LineCounter) {
    this.file = file;
    this.value = document.toJS();
    this.#document = document;
    this.#lines = lines;
  }

  /** Where the value at `path` stands, or the nearest thing around it that exists. With `key`, where its key stands. */
  place(path: readonly PropertyKey[], {key = false}: {key?: boolean} = {}): Place {
    for (let length = path.length; length >= 0; length--) {
      const offset = this.#offset(path.slice(0, length), key);
      if (offset !== undefined) {
        const {line, col} = this.#lines.linePos(offset);
        return {file: this.file, line, column: col};
      }
    }
    return {file: this.file, line: 1, column: 1};
  }

  #offset(path: readonly PropertyKey[], key: boolean): number | undefined {
    if (key && path.length > 0) {
      const parent = path.length === 1 ? this.#document.contents : this.#document.getIn(path.slice(0, -1), true);
      const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1)) : undefined;
      return (pair?.key as {range?: [number, number, number]} | undefined)?.range?.[0];
    }
    const node = path.length === 0 ? this.#document.contents : this.#document.getIn(path, true);
    return (node as {range?: [number, number, number]} | undefined)?.range?.[0];
  }

  /** Checks the document against a schema; slips are added to `slips` and nothing is returned. */
  check<S extends z.ZodType>(schema: S, slips: Slip[]): z.output<S> | undefined {
    const result = schema.safeParse(this.value, {reportInput: true, error: allowedKeys});
    if (result.success) return result.data;
    for (const issue of result.error.issues) slips.push(...this.#slipsOf(issue));
    return undefined;
  }

  #slipsOf(issue: z.core.$ZodIssue): Slip[] {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        ...this.place([...issue.path, key], {key: true}),
        found: `the key ${show(key)}`,
        expected: oneOfKeys(key, issue.message),
      }));
    }
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      // The alternative that went deepest is the one the author meant.
      const meant = issue.errors.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
      if (meant.length > 0) return meant.flatMap((inner) => this.#slipsOf({...inner, path: [...issue.path, ...inner.path]}));
    }
    return [{...this.place(issue.path), found: sayFound(issue), expected: sayExpected(issue)}];
  }
}

/** Splits a YAML file into its documents. Syntax errors are slips; such a file gives no document. */
export function parseSources(file: string, text: string, slips: Slip[]): Source[] {
  const lines = new LineCounter();
  let documents: ReturnType<typeof parseAllDocuments>;
  try {
    documents = parseAllDocuments(text, {lineCounter: lines});
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return tooDeep(file, slips);
  }
  if (!Array.isArray(documents)) return [];
  // The first fault of a file; the others are mostly its echo.
  const [broken] = documents.flatMap((document) => document.errors);
  if (broken?.message.startsWith('Maximum call stack')) return tooDeep(file, slips);
  if (broken !== undefined) {
    const {line, col} = lines.linePos(broken.pos[0]);
    const found = broken.message.replace(/ at line \d+[\s\S]*$/, '');
    slips.push({file, line, column: col, found: `what is no YAML (${found})`, expected: 'valid YAML'});
    return [];
  }
  const [endless] = documents.flatMap(aliasesOfThemselves);
  if (endless !== undefined) {
    const {line, col} = lines.linePos(endless);
    slips.push({file, line, column: col, found: 'an alias within what it stands for', expected: 'values that come to an end'});
    return [];
  }
  const sources: Source[] = [];
  for (const document of documents.filter(({contents}) => contents !== null)) {
    try {
      sources.push(new Source(file, document, lines));
    } catch (error) {
      // An alias without its anchor, or one that grows without end, shows only when the values are made.
      const {line, col} = lines.linePos(brokenAlias(document));
      slips.push({file, line, column: col, found: `what is no YAML (${(error as Error).message})`, expected: 'valid YAML'});
      return [];
    }
  }
  return sources;
}

/** Where an alias stands within its own anchor: as a value it would contain itself. */
function aliasesOfThemselves(document: Document): number[] {
  const found: number[] = [];
  visit(document, {
    Alias: (_key, alias, path) => {
      if (path.some((node) => node === alias.resolve(document))) found.push(alias.range?.[0] ?? 0);
    },
  });
  return found;
}

/** Where the first alias stands that stands for no value; or, where only all of them together are too much, the first. */
function brokenAlias(document: Document): number {
  const aliases: Alias[] = [];
  visit(document, {Alias: (_key, alias) => void aliases.push(alias)});
  const broken = aliases.find((alias) => {
    try {
      alias.toJS(document);
      return false;
    } catch {
      return true;
    }
  });
  return (broken ?? aliases[0])?.range?.[0] ?? 0;
}

/** Brackets in brackets without end: the parser calls itself for each, and sometimes catches that itself. */
function tooDeep(file: string, slips: Slip[]): [] {
  slips.push({file, line: 1, column: 1, found: 'what is no YAML (nested too deeply)', expected: 'valid YAML'});
  return [];
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length + (issue.code === 'unrecognized_keys' ? 0.5 : 0)));
}

/** Of a key that is not known, an issue tells everything but the keys that are: its message carries them. Other issues keep theirs. */
function allowedKeys({code, inst}: z.core.$ZodRawIssue): string | undefined {
  return code === 'unrecognized_keys' && inst instanceof z.ZodObject ? Object.keys(inst.shape).join(' ') : undefined;
}

function oneOfKeys(key: string, allowed: string): string {
  const keys = allowed.split(' ').toSorted((a, b) => distance(a, key) - distance(b, key));
  return keys.length === 1 ? allowed : `one of ${keys.join(', ')}`;
}
