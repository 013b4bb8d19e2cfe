import * as z from 'zod';
import type {Outside} from './adapter.ts';
import type {Need} from './needs.ts';
import {AskError} from './reading.ts';
import type {Pace} from './pace.server.ts';

/** What was looked for and not found. */
export interface Existence {
  /** What was looked for. Of anything else nothing is known. */
  readonly asked: ReadonlySet<string>;
  readonly missing: ReadonlySet<string>;
  /** Needs whose job has a target that cannot be scraped: what it would say is not heard. */
  readonly partial: ReadonlySet<string>;
  /** How often the source said that its answer is incomplete. */
  readonly warnings: number;
}

interface Asking {
  readonly needs: readonly Need[];
  /** When, by the source's clock, milliseconds; undefined for now. */
  readonly at: number | undefined;
  /** Older samples do not count: the source's own start, milliseconds. */
  readonly startedAt: number | undefined;
  readonly pace: Pace | undefined;
}

const Vector = z.object({
  status: z.literal('success'),
  data: z.object({
    resultType: z.literal('vector'),
    result: z.array(z.object({metric: z.record(z.string(), z.string()), value: z.tuple([z.number(), z.string()])})),
  }),
  warnings: z.array(z.string()).optional(),
});

/** Longest address that any server in between takes without complaint. */
const longest = 6000;
/** How much later than its turn a sample may be. */
const slackMs = 2000;
const anyDown: Need = {expr: 'up == 0', metrics: [], isSelector: false};

/**
 * Asks which of the needs return anything, in as few questions as can be.
 * @throws {AskError}
 */
export async function askExistence(
  {base, outside}: {base: string; outside: Outside},
  {needs, at, startedAt, pace}: Asking,
): Promise<Existence> {
  const wanted = [...new Map(needs.map((need) => [need.expr, need])).values()];
  const exists = (need: Need): string => {
    if (!need.isSelector || need === anyDown) return `group(${need.ask ?? need.expr})`;
    // A job that was taken out of the configuration leaves its series standing for five minutes.
    const everyMs = need.everyMs ?? pace?.scrapeMs;
    const oldest = [
      ...(startedAt === undefined ? [] : [(startedAt / 1000).toFixed(3)]),
      ...(everyMs === undefined ? [] : [`time() - ${(2 * everyMs + slackMs) / 1000}`]),
    ];
    const lately = oldest.length === 0 ? need.expr : `timestamp(${need.expr}) >= ${oldest.join(' >= ')}`;
    // A sample bears the time at which its scrape began, and is there only once the scrape has ended: the rule may not have seen it.
    const before = at === undefined ? [] : (pace?.timeoutsMs ?? []).map((ms) => ` and group(${need.expr} offset ${ms}ms)`);
    return `group(${lately})${before.join('')}`;
  };
  const asked = {base, outside, at};
  const found = await askEach(asked, {needs: [...wanted, anyDown], query: exists});
  // Only while some target cannot be scraped is it worth asking whose.
  const partial = found.returned.has(anyDown.expr)
    ? await askEach(asked, {needs: wanted, query: ({ask, expr}) => `group((up == 0) and on (job) group by (job) (${ask ?? expr}))`})
    : undefined;
  return {
    asked: new Set(wanted.map(({expr}) => expr)),
    missing: new Set(wanted.map(({expr}) => expr).filter((expr) => !found.returned.has(expr))),
    partial: partial?.returned ?? new Set(),
    warnings: found.warnings + (partial?.warnings ?? 0),
  };
}

async function askEach(
  {base, outside, at}: {base: string; outside: Outside; at: number | undefined},
  {needs, query}: {needs: readonly Need[]; query: (need: Need) => string},
): Promise<{returned: Set<string>; warnings: number}> {
  const returned = new Set<string>();
  let warnings = 0;
  const parts = needs.map((need, n) => ({need, n, text: `label_replace(${query(need)}, "n", "${n}", "", "")`}));
  const ask = async (some: readonly (typeof parts)[number][]): Promise<void> => {
    const url = apiAddress(base, 'query', {
      query: some.map(({text}) => text).join(' or '),
      ...(at !== undefined && {time: new Date(at).toISOString()}),
    });
    try {
      const {body} = await outside.json(url, Vector);
      warnings += body.warnings?.length ?? 0;
      for (const {metric} of body.data.result) {
        const need = needs[Number(metric['n'])];
        if (need !== undefined) returned.add(need.expr);
      }
    } catch (error) {
      if (!(error instanceof AskError) || error.reason !== 'parse') throw error;
      // An expression that fails when it is run returns nothing, and must not take the others with it.
      // Unless that is what tells which targets are down: then nothing here can be believed.
      if (some.some(({need}) => need === anyDown) && some.length === 1) throw error;
      if (some.length === 1) return;
      const half = Math.ceil(some.length / 2);
      await ask(some.slice(0, half));
      await ask(some.slice(half));
    }
  };
  for (const some of batches(parts)) await ask(some);
  return {returned, warnings};
}

/** As many to a question as an address can hold, and at least one. */
function batches<T extends {readonly text: string}>(parts: readonly T[]): T[][] {
  const all: T[][] = [];
  let length = longest;
  for (const part of parts) {
    const more = encodeURIComponent(part.text).length + 8;
    if (length + more > longest) {
      all.push([]);
      length = 0;
    }
    all.at(-1)?.push(part);
    length += more;
  }
  return all;
}

/** `https://prometheus.example/api/v1/query?query=up`; the base may have a path of its own, as with Mimir. */
export function apiAddress(base: string, path: string, query: Readonly<Record<string, string>> = {}): URL {
  const url = new URL(`api/v1/${path}`, base.endsWith('/') ? base : `${base}/`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}
