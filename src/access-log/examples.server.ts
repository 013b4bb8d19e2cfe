import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import * as z from 'zod';
import {parseSome} from '../catalog/read-catalog.server.ts';
import {readText} from '../catalog/read-text.server.ts';
import {SlipError, type Slip} from '../catalog/slip.ts';
import {Queries, Result, type Query} from './contract.ts';

const folder = 'examples/access-log';
export const sample = `${folder}/sample.jsonl`;

export interface Example {
  readonly query: Query;
  /** The query for DuckDB, as written, and its twin. */
  readonly sql: string;
  readonly bigquery: string;
}

/**
 * The queries of `examples/access-log/`, in the order of queries.yaml. None where a team has taken the examples away.
 * @throws {SlipError} when one of its files is missing or cannot be read.
 */
export function readExamples(root: string): Example[] {
  const file = `${folder}/queries.yaml`;
  if (!existsSync(join(root, file))) return [];
  const slips: Slip[] = [];
  const read = (path: string): string => readText(root, path, slips) ?? '';
  const {queries = []} = parseSome(file, read(file), slips)[0]?.check(Queries, slips) ?? {};
  const examples = queries.map((query) => ({
    query,
    sql: read(`${folder}/${query.id}.sql`),
    bigquery: read(`${folder}/${query.id}.bigquery.sql`),
  }));
  if (slips.length > 0) throw new SlipError(slips);
  return examples;
}

/** Where the answer of a query for the sample stands. */
export function resultFile(id: string): string {
  return `${folder}/${id}.result.json`;
}

export function readResult(root: string, id: string): Result {
  const result = Result.safeParse(JSON.parse(readFileSync(join(root, resultFile(id)), 'utf8')));
  if (!result.success) throw new Error(`${resultFile(id)}: ${z.prettifyError(result.error)} Run npm run access-log -- --write`);
  return result.data;
}

/** One row a line, so that a change of the answer is a change of lines. */
export function writeResult({rows, ...rest}: Result): string {
  const lines = rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
  return `${JSON.stringify(rest, null, 2).slice(0, -2)},\n  "rows": [\n${lines}\n  ]\n}\n`;
}
