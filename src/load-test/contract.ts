import * as z from 'zod';

/**
 * What happens to a column on its way into a test: `keep` as it is, `replace` by made-up text of the same length, `shift` by an amount that changes
 * with each filling, `blank` to NULL, `drop` with its table.
 */
export const treatments = ['keep', 'replace', 'shift', 'blank', 'drop'] as const;
export type Treatment = (typeof treatments)[number];

/** `examples/load-test/seed.yaml` */
export const Recipe = z.strictObject({
  /** The day on which rows were counted in production. */
  counted: z.iso.date('a day such as 2026-01-31'),
  tables: z.array(
    z.strictObject({
      name: z.string(),
      production: z.int().nonnegative(),
      rows: z.int().nonnegative(),
      /** Why there are fewer rows than in production. */
      because: z.string().min(1).optional(),
      columns: z.record(z.string(), z.enum(treatments)),
    }),
  ),
  checks: z
    .array(z.strictObject({id: z.string(), finds: z.string(), /** Finds a row for each slip. */ sql: z.string()}))
    .min(1, 'one check or more'),
});
export type Recipe = z.output<typeof Recipe>;
