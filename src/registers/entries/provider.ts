import * as z from 'zod';
import {Text} from '../../catalog/shapes.ts';
import {Every, Id, Owner, PageName, Past, ServiceName} from '../shapes.ts';

/** Somebody else's system that ours stands on. */
export const Provider = z.strictObject({
  /** The name in `data/live.yaml`, where it is watched. */
  id: Id,
  title: Text,
  used_for: Text,
  used_by: z.array(ServiceName).min(1),
  data_held: Text,
  exit_plan: Text,
  /** How long leaving would take. */
  exit_days: z.int().positive(),
  status_page: z.url({protocol: /^https$/}).optional(),
  contact: Text,
  decision: PageName.optional(),
  reviewed: Past,
  review_every_days: Every,
  owner: Owner,
});
