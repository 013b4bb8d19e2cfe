import * as z from 'zod';
import {Id, Past} from './shapes.ts';

/**
 * `data/snapshots/eol.json`: when versions stop being supported, copied on a day, so that neither a build nor a check needs the network.
 * Only the cycles that we use. https://endoflife.date
 */
export const EolSnapshot = z.strictObject({
  /** The day on which it was copied. */
  as_of: Past,
  products: z.array(
    z.strictObject({
      product: Id,
      source: z.url({protocol: /^https$/}),
      cycles: z
        .array(
          z.strictObject({
            cycle: z.string().min(1),
            /** The last day of support; null while nobody has named it. */
            eol: z.iso.date('a day such as 2026-01-31').nullable(),
          }),
        )
        .min(1),
    }),
  ),
});
export type EolSnapshot = z.output<typeof EolSnapshot>;

/** Where the ends of a product stand; undefined when the snapshot does not know it. */
export function sourceOf(snapshot: EolSnapshot, product: string): string | undefined {
  return snapshot.products.find((one) => one.product === product)?.source;
}

/** The last day of support of a cycle; null when it has none yet, undefined when the snapshot does not know the cycle. */
export function eolOf(
  snapshot: EolSnapshot,
  {product, cycle}: {readonly product: string; readonly cycle: string},
): string | null | undefined {
  return snapshot.products.find((one) => one.product === product)?.cycles.find((one) => one.cycle === cycle)?.eol;
}
