import type {Finding} from '../finding.ts';
import {catalogRules} from '../preset.ts';
import type {Repository} from '../repository.ts';
import type {CatalogRule, Circumstances} from '../rule.ts';

/** What pages and `data/` say of each other. */
export function runCatalog(
  repository: Repository,
  rules: readonly CatalogRule[] = catalogRules,
  circumstances: Circumstances = {today: new Date()},
): Finding[] {
  return rules.flatMap(({id, check}) =>
    check(repository, circumstances).map((remark) => ({...remark, rule: id, severity: 'error' as const})),
  );
}
