import * as z from 'zod';

/** So many findings of one rule in one file are let through, for a reason, until a day. */
const Entry = z.strictObject({
  /** As the finding has it: `no-stub`, `MD036`. */
  rule: z.string().min(1),
  /** Path below the root. */
  file: z.string().min(1),
  count: z.int().positive(),
  reason: z.string().trim().min(1),
  /** The last day on which it holds. */
  expires: z.iso.date(),
});

/** `lint-baseline.yaml` */
export const Baseline = z.array(Entry);
export type BaselineEntry = z.infer<typeof Entry>;
