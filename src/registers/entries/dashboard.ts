import * as z from 'zod';
import {Text} from '../../catalog/shapes.ts';
import {Every, Id, Owner, Past} from '../shapes.ts';

/** A dashboard, and the question that it answers: without one it is wallpaper. */
export const Dashboard = z.strictObject({
  id: Id,
  title: Text,
  question: Text,
  /** Where its figures come from. */
  source: z.enum(['prometheus', 'access-log', 'database', 'cost', 'registers']),
  /** A query of `data/live.yaml`, when a page can show it too. */
  query: z.string().min(1).optional(),
  url: z.url({protocol: /^https$/}),
  owner: Owner,
  /** The last day on which somebody used it to decide something. */
  reviewed: Past,
  review_every_days: Every,
});
