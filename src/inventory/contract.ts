import * as z from 'zod';

/** Words of this feature that authors may write, with their props. */
export const words = {
  /** Every service with its owner, its level, its objectives, its runbooks and where its data lives. */
  ServiceCatalog: z.strictObject({}),
  /** Every alert with its runbook, its severity, its owner, and when that runbook was last used. */
  AlertCatalog: z.strictObject({}),
  /** Every page with its owner, its status, and whether both languages are in step. */
  PageHealth: z.strictObject({}),
};
