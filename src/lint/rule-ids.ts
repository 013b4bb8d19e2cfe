import {catalogRules, remarkRules} from './preset.ts';

/** Ids of our rules about pages and `data/`. */
export const ownRules: readonly string[] = [...remarkRules.map(({name}) => name.replace(/^.*:/, '')), ...catalogRules.map(({id}) => id)];

/** What else a finding may be of: files that cannot be read, and other people's tools. */
const others = [
  /^(?:file|mdx|mdx-types|catalog|lint-baseline|prettier|promtool|no-secret|oxlint)$/,
  /^MD\d{3}$/,
  /^(?:remark-lint|textlint|retext|knip)\/[\w/@.-]+$/,
  // oxlint's: `eslint(no-debugger)`
  /^[\w-]+\([\w/@.-]+\)$/,
];

/** Whether a finding may have this id. */
export function isRule(id: string): boolean {
  return ownRules.includes(id) || others.some((pattern) => pattern.test(id));
}
