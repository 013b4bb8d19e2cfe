import * as z from 'zod';
import {Text} from '../../catalog/shapes.ts';
import {Id, Owner, PartName, Past} from '../shapes.ts';

/** Which version of a product something runs on; `data/snapshots/eol.json` says how long that is supported. */
export const Version = z.strictObject({
  id: Id,
  component: PartName,
  /** As endoflife.date names it, such as `postgresql`. */
  product: Id,
  /** The line of versions that is supported together, such as `17`. */
  cycle: z.string('a cycle in quotes, such as "17"').min(1),
  version: z.string('a version in quotes, such as "17.6"').min(1),
  /** The last day on which patches were applied. */
  patched: Past,
  plan: Text,
  owner: Owner,
});
