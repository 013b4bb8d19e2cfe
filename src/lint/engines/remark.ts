import type {Root} from 'mdast';
import {unified, type Plugin} from 'unified';
import {VFile} from 'vfile';
import type {Finding} from '../finding.ts';
import {publicRules, remarkRules} from '../preset.ts';
import type {Page} from '../repository.ts';

type Rule = Plugin<[unknown?], Root>;

/** The meaning of every page, one after the other: only one tree is walked at a time. */
export async function runRemark(
  pages: readonly Pick<Page, 'file' | 'text' | 'tree'>[],
  rules: readonly Rule[] = [...remarkRules, ...publicRules],
): Promise<Finding[]> {
  const processor = unified();
  for (const rule of rules) processor.use(rule, ['error']);
  processor.freeze();
  const findings: Finding[] = [];
  for (const {file, text, tree} of pages) {
    const vfile = new VFile({path: file, value: text});
    await processor.run(tree, vfile);
    for (const {line = 1, column = 1, place, ruleId = 'remark', source, reason, fatal} of vfile.messages) {
      const end = place !== undefined && 'end' in place ? {line: place.end.line, column: place.end.column} : undefined;
      const rule = source === 'remark-lint' ? `remark-lint/${ruleId}` : ruleId;
      findings.push({file, line, column, end, rule, severity: fatal === true ? 'error' : 'warning', message: reason});
    }
  }
  return findings;
}
