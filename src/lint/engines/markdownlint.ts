import {lint} from 'markdownlint/promise';
import type {Finding} from '../finding.ts';
import {surface} from '../preset.ts';
import type {Page} from '../repository.ts';

/** Surface style of every page. */
export async function runMarkdownlint(pages: readonly Page[]): Promise<Finding[]> {
  const strings = Object.fromEntries(pages.map(({file, text}) => [file, text]));
  const results = await lint({strings, config: surface, noInlineConfig: true});
  return Object.entries(results).flatMap(([file, issues]) =>
    issues.map(({lineNumber, errorRange, ruleNames, ruleDescription, errorDetail, errorContext}) => ({
      file,
      line: lineNumber,
      column: errorRange?.[0] ?? 1,
      end: errorRange === null ? undefined : {line: lineNumber, column: (errorRange[0] ?? 1) + (errorRange[1] ?? 0)},
      rule: ruleNames[0] ?? 'markdownlint',
      severity: 'error' as const,
      message: [ruleDescription, errorDetail, errorContext === null ? null : `near ${JSON.stringify(errorContext)}`]
        .filter(Boolean)
        .join('; '),
    })),
  );
}
