import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Configuration, LintResults} from 'markdownlint';
import type {Finding} from '../finding.ts';
import type {Page} from '../repository.ts';

/** Where the rules are listed: the same file that markdownlint-cli2 and editors read. */
const settings = join(import.meta.dirname, '../../../.markdownlint-cli2.jsonc');

/** Surface style of every page. */
export async function runMarkdownlint(pages: readonly Pick<Page, 'file' | 'text'>[]): Promise<Finding[]> {
  const [{lint}, {config, noInlineConfig}] = await Promise.all([import('markdownlint/promise'), readSettings()]);
  const findings: Finding[] = [];
  // A few at a time: what it makes of a page is ten times the page.
  for (let at = 0; at < pages.length; at += 50) {
    const strings = Object.fromEntries(pages.slice(at, at + 50).map(({file, text}) => [file, withoutIds(text)]));
    findings.push(...asFindings(await lint({strings, config, noInlineConfig})));
  }
  return findings;
}

/** Ids of headings are MDX: to markdownlint they would be the end of the heading. Blanks in their place keep every column. */
function withoutIds(text: string): string {
  return text.replaceAll(/\{\/\*[^\n*]*\*\/\}$/gm, (id) => ' '.repeat(id.length));
}

function asFindings(results: LintResults): Finding[] {
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

/** The text with what markdownlint can mend by itself. It does not know MDX: what comes out is to be parsed again. */
export async function fixWithMarkdownlint(file: string, text: string): Promise<string> {
  const [{applyFixes}, {lint}, {config, noInlineConfig}] = await Promise.all([
    import('markdownlint'),
    import('markdownlint/promise'),
    readSettings(),
  ]);
  return applyFixes(text, (await lint({strings: {[file]: text}, config, noInlineConfig}))[file] ?? []);
}

async function readSettings(): Promise<{config: Configuration; noInlineConfig: boolean}> {
  const {default: parse} = await import('markdownlint-cli2/parsers/jsonc');
  return parse(readFileSync(settings, 'utf8')) as {config: Configuration; noInlineConfig: boolean};
}
