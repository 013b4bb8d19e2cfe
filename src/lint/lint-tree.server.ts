import {runCatalog} from './engines/catalog.ts';
import {runMarkdownlint} from './engines/markdownlint.ts';
import {runProse} from './engines/prose.ts';
import {runRemark} from './engines/remark.ts';
import {runSecretlint} from './engines/secretlint.ts';
import {inOrder, type Finding} from './finding.ts';
import {catalogRules, publicRules, remarkRules, severityOf} from './preset.ts';
import {readRepository} from './repository.ts';

interface Options {
  /** What the clocks are held against; the present unless `as_of` of data/site.yaml or a test says otherwise. */
  readonly today?: Date | undefined;
  /** Whether what only got old is an error. */
  readonly scheduled?: boolean;
  /** Files to report on. The whole tree is read all the same: an alert may be missed by a page that did not change. */
  readonly only?: ((file: string) => boolean) | undefined;
  /** Those of them that are looked at for themselves, not only as the other side of something that changed; all unless it says otherwise. */
  readonly isTouched?: ((file: string) => boolean) | undefined;
  /** Rules of ours that are left out. */
  readonly without?: ReadonlySet<string>;
  /** Whether textlint reads Japanese: it takes longer than everything else together. */
  readonly prose?: boolean;
}

interface Inspection {
  /** In order. */
  readonly findings: readonly Finding[];
  /** What the clocks were held against. */
  readonly today: Date;
  /** How many rules looked, and which tools of other people beside them. */
  readonly rules: number;
  readonly tools: readonly string[];
}

/** What is wrong with pages and data. */
export async function lintTree(root: string, options: Options = {}): Promise<readonly Finding[]> {
  return (await inspectTree(root, options)).findings;
}

/** Everything that is checked of pages and data, whatever finds it; not the code. Reads the whole tree below `root`. */
export async function inspectTree(
  root: string,
  {today: given, scheduled = false, only = () => true, isTouched = only, without = new Set(), prose = true}: Options = {},
): Promise<Inspection> {
  const {repository, findings} = readRepository(root, {only: isTouched});
  const pages = repository.pages.filter((page) => isTouched(page.file) && !page.isBroken);
  const today = given ?? repository.asOf ?? new Date();
  const own = runCatalog(
    repository,
    catalogRules.filter(({id}) => !without.has(id)),
    {today},
    only,
  );
  const parts = await Promise.all([
    runRemark(
      pages,
      [...remarkRules, ...publicRules].filter(({name}) => !without.has(name.replace(/^.*:/, ''))),
    ),
    runMarkdownlint(pages),
    runProse(repository, {only: isTouched, without: prose ? without : new Set([...without, 'japanese-prose'])}),
    without.has('no-secret') ? Promise.resolve([]) : runSecretlint(repository, isTouched),
  ]);
  const found = [...findings, ...own, ...parts.flat()].filter(({file}) => only(file));
  return {
    findings: inOrder(found).map((finding) => ({...finding, severity: severityOf(finding.rule, {scheduled}) ?? finding.severity})),
    today,
    rules: remarkRules.length + publicRules.length + catalogRules.length,
    tools: ['markdownlint', 'retext', ...(prose ? ['textlint'] : []), 'secretlint'],
  };
}
