import type {Language} from '../catalog/contract.ts';
import type {Query, Result} from './contract.ts';

/** What `<QueryResult/>` shows, in one language. */
export interface QueryResultFacts {
  readonly title: string;
  readonly columns: readonly {readonly name: string; readonly title: string; readonly unit?: string; readonly isFigure: boolean}[];
  readonly rows: Result['rows'];
  /** Columns by their place: the one that names a bar, and those that are its length. */
  readonly chart: {readonly label: number; readonly values: readonly number[]};
  readonly lines: number;
  readonly refused: number;
  /** The query as it is run, and its twin. */
  readonly sql: string;
  readonly bigquery: string;
}

interface Given {
  readonly query: Query;
  readonly result: Result;
  readonly sql: string;
  readonly bigquery: string;
}

/** @throws {Error} when the answer has a column that queries.yaml does not name. */
export function queryResultFacts({query, result, sql, bigquery}: Given, language: Language): QueryResultFacts {
  const {columns, rows, lines, refused} = result;
  const place = (name: string): number => {
    const at = columns.indexOf(name);
    if (at === -1) throw new Error(`queries.yaml: ${query.id}: found the column ${name}, expected one of ${columns.join(', ')}`);
    return at;
  };
  return {
    title: query.title[language],
    columns: columns.map((name, at) => {
      const named = query.columns[name];
      if (named === undefined) throw new Error(`queries.yaml: ${query.id}: found no title, expected one for the column ${name}`);
      return {
        name,
        title: named.title[language],
        isFigure: rows.every((row) => typeof row[at] === 'number'),
        ...(named.unit !== undefined && {unit: named.unit}),
      };
    }),
    rows,
    chart: {label: place(query.chart.label), values: query.chart.values.map(place)},
    lines,
    refused,
    sql,
    bigquery,
  };
}
