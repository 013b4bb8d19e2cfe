import type {Root} from 'mdast';
import type {Plugin} from 'unified';
import {runCatalog} from '../../src/lint/engines/catalog.ts';
import {runRemark} from '../../src/lint/engines/remark.ts';
import {inOrder, type Finding} from '../../src/lint/finding.ts';
import {parsePage} from '../../src/lint/parse.ts';
import {readRepository} from '../../src/lint/repository.ts';
import type {CatalogRule} from '../../src/lint/rule.ts';
import {handbook} from './sample.ts';

/** What a rule about one page says of a text, as `line:column message`. */
export async function lintText(rule: Plugin<[unknown?], Root>, text: string): Promise<string[]> {
  const tree = parsePage('docs/page.mdx', text);
  if ('rule' in tree) throw new Error(`the sample is not MDX: ${tree.message}`);
  const findings = await runRemark([{file: 'docs/page.mdx', text, tree}], [rule]);
  return findings.map(({line, column, message}) => `${line}:${column} ${message}`);
}

/** What a rule about the whole tree says of these files, as `file:line:column message`. */
export function lintFiles(rule: CatalogRule, files: Readonly<Record<string, string>>): string[] {
  const {repository, findings} = readRepository(handbook(files));
  return inOrder([...findings, ...runCatalog(repository, [rule])]).map(sayFinding);
}

export function sayFinding({file, line, column, message}: Finding): string {
  return `${file}:${line}:${column} ${message}`;
}

/** All of a finding but its end. */
export function sayWhole(finding: Finding): string {
  const {file, line, column, severity, rule, message} = finding;
  return `${file}:${line}:${column} ${severity} ${rule} ${message}`;
}

/** A page of a kind, with a body. */
export function page(kind: string, body: string, more = ''): string {
  return `---\ntitle: Page\ndescription: A page.\nkind: ${kind}\nowner: sre\nstatus: adopted\n${more}---\n\n${body}\n`;
}
