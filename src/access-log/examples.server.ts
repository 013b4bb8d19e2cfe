import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';
import * as z from 'zod';
import {Queries, Result, type Query} from './contract.ts';

const folder = 'examples/access-log';
export const sample = `${folder}/sample.jsonl`;

export interface Example {
  readonly query: Query;
  /** The query for DuckDB, as written, and its twin. */
  readonly sql: string;
  readonly bigquery: string;
}

/** The queries of `examples/access-log/`, in the order of queries.yaml. None where a team has taken the examples away. */
export function readExamples(root: string): Example[] {
  const text = readOptional(join(root, folder, 'queries.yaml'));
  if (text === undefined) return [];
  const result = Queries.safeParse(parse(text));
  if (!result.success) throw new Error(`${folder}/queries.yaml: ${z.prettifyError(result.error)}`);
  const read = (name: string): string => readFileSync(join(root, folder, name), 'utf8');
  return result.data.queries.map((query) => ({query, sql: read(`${query.id}.sql`), bigquery: read(`${query.id}.bigquery.sql`)}));
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

function readOptional(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
