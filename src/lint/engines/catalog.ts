import type {Finding} from '../finding.ts';
import {catalogRules} from '../preset.ts';
import type {Repository} from '../repository.ts';
import type {CatalogRule, Circumstances} from '../rule.ts';

/** What pages and `data/` say of each other. */
export function runCatalog(
  repository: Repository,
  rules: readonly CatalogRule[] = catalogRules,
  circumstances: Circumstances = {today: new Date()},
  only: (file: string) => boolean = () => true,
): Finding[] {
  const asked = new Set(repository.pages.filter(({file}) => only(file)).map(({name}) => name));
  // A page is held against its translations only where all of them can be read.
  const broken = new Set(repository.pages.filter((page) => asked.has(page.name) && page.isBroken).map(({name}) => name));
  const near: Repository = {...repository, pages: repository.pages.filter(({name}) => asked.has(name) && !broken.has(name))};
  return rules.flatMap(({id, check, isLocal}) =>
    check(isLocal === true ? near : repository, circumstances, repository).map((remark) => ({
      ...remark,
      rule: id,
      severity: remark.severity ?? 'error',
    })),
  );
}
