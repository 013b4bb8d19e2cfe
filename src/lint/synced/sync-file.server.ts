import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import * as z from 'zod';
import {readText} from '../../catalog/read-text.server.ts';
import type {Slip} from '../../catalog/slip.ts';
import {parseSources, type Source} from '../../catalog/source.ts';

/** Which texts of each page were last said to agree. */
export const syncFile = 'i18n/sync.json';

const Hash = z.string().regex(/^[0-9a-f]{64}$/, 'a sha256: 64 of 0-9 and a-f');
/** By the page's path below the folder of its language, such as `runbooks/index.mdx`. */
const Sync = z.record(z.string(), z.strictObject({en: Hash, ja: Hash}));
export type Sync = z.output<typeof Sync>;

/** What the file says; its positions are looked up only when something is to be said of it. */
export interface SyncFile {
  readonly agreed: Sync;
  readonly place: (page: string) => ReturnType<Source['place']>;
}

/** Undefined when there is none, or when it has slips, which are added. */
export function readSync(root: string, slips: Slip[]): SyncFile | undefined {
  if (!existsSync(join(root, syncFile))) return undefined;
  const text = readText(root, syncFile, slips);
  if (text === undefined) return undefined;
  const agreed = quickly(text);
  // JSON is YAML, whose parser knows where everything stands.
  if (agreed !== undefined) {
    let source: Source | undefined;
    return {agreed, place: (page) => (source ??= parseSources(syncFile, text, [])[0])?.place([page], {key: true}) ?? start};
  }
  const before = slips.length;
  const [source] = parseSources(syncFile, text, slips);
  source?.check(Sync, slips);
  if (slips.length === before) slips.push({...start, found: 'what is no JSON', expected: 'what npm run synced -- --all writes'});
  return undefined;
}

const start = {file: syncFile, line: 1, column: 1};

function quickly(text: string): Sync | undefined {
  try {
    return Sync.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Pages in the order of their names, as Prettier leaves it. */
export function syncText(agreed: Sync): string {
  const sorted = Object.entries(agreed).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`;
}

/** The sha256 of a page's text; a checkout on Windows ends its lines otherwise, and is the same page. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}
