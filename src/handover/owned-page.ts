import * as z from 'zod';

/** What the front matter of a page says to whoever takes it over. The rest of it is no concern here. */
export const OwnedPage = z.object({
  owner: z.string(),
  status: z.string().optional(),
  /** Of a runbook: its alerts, and whom it calls. */
  alerts: z.array(z.string()).default([]),
  escalate_to: z.string().optional(),
});
/** Without `owner` when the front matter is not sound, or there is none. */
export type OwnedPage = Partial<z.output<typeof OwnedPage>> & {
  /** Below the site's root, such as `guidelines/slo`. */
  readonly slug: string;
};
