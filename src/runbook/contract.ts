import * as z from 'zod';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'words of a-z and 0-9, joined by hyphens');
const regex = z.string().refine(isRegex, 'a regular expression');

/** Words of this feature that authors may write, with their props. */
export const words = {
  /** Every runbook by alert, title and service. */
  RunbookList: z.strictObject({}),
  /** Steps in the order in which they are tried. */
  Steps: z.strictObject({}),
  /** One action. `id` is its address in the page, equal in all languages; `change` is whatever cannot be done twice without a thought. */
  Step: z.strictObject({id, kind: z.enum(['check', 'change']), title: z.string().min(1)}),
  /** What a reader should see. `match` is a regular expression on what the command prints; without it the step cannot be drilled. */
  Expect: z.strictObject({match: regex.optional()}),
  /** Where to go when something else is seen: a step or section of the page, or `/r/` and an alert. `when` says what is seen then. */
  Otherwise: z.strictObject({
    goto: z.string().regex(/^([a-z0-9]+(-[a-z0-9]+)*|\/r\/[\w-]+)$/, 'the id of a step or section, or /r/ and an alert'),
    when: z.string().min(1).optional(),
  }),
  /** How to take a change back; `none` is the reason why that cannot be done. */
  Undo: z.strictObject({none: z.string().min(1).optional()}),
};

function isRegex(text: string): boolean {
  try {
    void new RegExp(text, 'um');
    return true;
  } catch {
    return false;
  }
}
