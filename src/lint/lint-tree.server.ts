import {runCatalog} from './engines/catalog.ts';
import {runMarkdownlint} from './engines/markdownlint.ts';
import {runRemark} from './engines/remark.ts';
import {inOrder, type Finding} from './finding.ts';
import {catalogRules, remarkRules, severityOf} from './preset.ts';
import {readRepository} from './repository.ts';

interface Options {
  /** What the clocks are held against; the present unless `as_of` of data/site.yaml or a test says otherwise. */
  readonly today?: Date | undefined;
  /** Whether what only got old is an error. */
  readonly scheduled?: boolean;
  /** Rules of ours that are left out. */
  readonly without?: ReadonlySet<string>;
}

/** Everything that is checked of pages and data, whatever finds it, in order; not the code. Reads the whole tree below `root`. */
export async function lintTree(root: string, {today, scheduled = false, without = new Set()}: Options = {}): Promise<Finding[]> {
  const {repository, findings} = readRepository(root);
  const parts = await Promise.all([
    runRemark(
      repository.pages,
      remarkRules.filter(({name}) => !without.has(name.replace(/^.*:/, ''))),
    ),
    runMarkdownlint(repository.pages),
    runCatalog(
      repository,
      catalogRules.filter(({id}) => !without.has(id)),
      {today: today ?? repository.asOf ?? new Date()},
    ),
  ]);
  return inOrder([...findings, ...parts.flat()]).map((finding) => ({
    ...finding,
    severity: severityOf(finding.rule, {scheduled}) ?? finding.severity,
  }));
}
