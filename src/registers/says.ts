import type * as z from 'zod';

/** Says of one field of an entry what it has to be, given the others. */
export function say(issues: z.core.$ZodRawIssue[], {input, path, expected}: {input: unknown; path: PropertyKey[]; expected: string}): void {
  issues.push({code: 'custom', input, path, message: expected});
}
