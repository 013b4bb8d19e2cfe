import {existsSync} from 'node:fs';
import {join} from 'node:path';
import type * as z from 'zod';
import {Entity, OpenSlo, Severity, Site} from './contract.ts';
import {LiveConfig} from './live-contract.ts';
import {joinCatalog} from './join.ts';
import type {Catalog} from './model.ts';
import {PublishedAlerts} from './published.ts';
import {filesIn, readText} from './read-text.server.ts';
import {readRules} from './rules.ts';
import {SlipError, type Slip} from './slip.ts';
import {parseSources, type Read, type Source} from './source.ts';

const publishedFile = 'data/published-alerts.yaml';
const ending = /\.ya?ml$/;

/**
 * Reads `data/` below `root`, checks it and joins it into one model.
 * @throws {SlipError} with every slip of every file, when there is one.
 */
export function readCatalog(root: string): Catalog {
  const slips: Slip[] = [];
  const unread = new Set<string>();
  let isWhole = true;
  const read = (file: string): Source[] => {
    const text = readText(root, file, slips);
    if (text === undefined) {
      isWhole = false;
      return [];
    }
    const sources = parseSome(file, text, slips);
    if (sources.length === 0)
      for (const [, name] of text.matchAll(/(?:^|[\s{,])(?:name|alert):\s*['"]?([^\s,'"}]+)/gm)) if (name) unread.add(name);
    return sources;
  };
  const one = <S extends z.ZodType>(file: string, schema: S): Read<z.output<S>> | undefined => readOne(root, file, {schema, slips});
  const many = <S extends z.ZodType>(folder: string, schema: S): Read<z.output<S>>[] =>
    filesIn(root, folder, {ending}, slips).flatMap((file) =>
      read(file).flatMap((source) => {
        const value = source.check(schema, slips);
        if (value !== undefined) return [{source, value}];
        for (const name of namesIn(source.value)) unread.add(name);
        return [];
      }),
    );

  const site = one('data/site.yaml', Site);
  const severity = one('data/severity.yaml', Severity);
  const live = one('data/live.yaml', LiveConfig);
  const published = existsSync(join(root, publishedFile)) ? one(publishedFile, PublishedAlerts) : undefined;
  const entities = many('data/catalog', Entity);
  const slos = many('data/slos', OpenSlo);
  const rules = filesIn(root, 'data/alerts', {ending, without: /^tests$/}, slips).flatMap((file) =>
    read(file).flatMap((source) => {
      const before = slips.length;
      const found = readRules(source, slips);
      if (slips.length > before) for (const name of namesIn(source.value)) unread.add(name);
      return found;
    }),
  );
  // Nobody knows what a file holds that is no text: to miss it elsewhere would be its echo.
  if (!isWhole) throw new SlipError(slips);
  return joinCatalog({site: site?.value, severities: severity?.value.labels, live, published, entities, slos, rules, unread}, slips);
}

/** Every `name` and `alert` anywhere in a document. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'name' || key === 'alert') && typeof inner === 'string' ? [inner] : namesIn(inner),
  );
}

/** The documents of a file that has some. An empty one is a slip of the hand: what it held would be gone without a word. */
export function parseSome(file: string, text: string, slips: Slip[]): Source[] {
  const before = slips.length;
  const sources = parseSources(file, text, slips);
  if (sources.length === 0 && slips.length === before)
    slips.push({file, line: 1, column: 1, found: 'nothing in the file', expected: 'what its folder is for, or no file'});
  return sources;
}

/**
 * `data/site.yaml` alone, for what must be known before the rest is read.
 * @throws {SlipError}
 */
export function readSite(root: string): Site {
  const slips: Slip[] = [];
  const site = readOne(root, 'data/site.yaml', {schema: Site, slips});
  if (site === undefined) throw new SlipError(slips);
  return site.value;
}

/** Reads a file that holds one document. */
function readOne<S extends z.ZodType>(
  root: string,
  file: string,
  {schema, slips}: {schema: S; slips: Slip[]},
): Read<z.output<S>> | undefined {
  const start = {file, line: 1, column: 1};
  if (!existsSync(join(root, file))) {
    slips.push({...start, found: 'no such file', expected: 'one'});
    return undefined;
  }
  const before = slips.length;
  const text = readText(root, file, slips);
  const [source, second] = text === undefined ? [] : parseSources(file, text, slips);
  if (source === undefined) {
    if (slips.length === before) slips.push({...start, found: 'nothing in the file', expected: 'settings'});
    return undefined;
  }
  if (second !== undefined) slips.push({...second.place([]), found: 'a second document', expected: 'one'});
  const value = source.check(schema, slips);
  return value === undefined ? undefined : {source, value};
}
