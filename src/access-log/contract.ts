import * as z from 'zod';
import {Text} from '../catalog/shapes.ts';

const Id = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'words of a-z, joined by hyphens');

/** `examples/access-log/queries.yaml`: what is asked of a log, and how the answer is shown. */
export const Queries = z.strictObject({
  queries: z.array(
    z.strictObject({
      id: Id,
      title: Text,
      /** The column that names a bar, and the columns whose figures are its length: one or two of the same unit. */
      chart: z.strictObject({label: z.string(), values: z.array(z.string()).min(1).max(2)}),
      columns: z.record(z.string(), z.strictObject({title: Text, unit: z.string().optional()})),
    }),
  ),
});
export type Query = z.output<typeof Queries>['queries'][number];

/** `<id>.result.json`: what DuckDB answers for the sample. */
export const Result = z.strictObject({
  /** Lines of the log that were read, and that could not be. */
  lines: z.int(),
  refused: z.int(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
});
export type Result = z.output<typeof Result>;

/** Words that authors may write, with their props. */
export const words = {QueryResult: z.strictObject({id: z.string()})};
