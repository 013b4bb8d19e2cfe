import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Catalog} from '../../catalog/model.ts';
import {readCatalog, readSite} from '../../catalog/read-catalog.server.ts';
import {readRunbooks} from '../read-runbooks.server.ts';
import type {PageFact, RuleFact} from './contract.ts';

/**
 * The alerting rules of this handbook.
 * @throws {SlipError}
 */
export function readOwnRules(root: string): RuleFact[] {
  return ownRules(readCatalog(root));
}

/** The same of a catalog that has been read. */
export function ownRules({alerts}: Catalog): RuleFact[] {
  return [...alerts.values()].flatMap(({rules}) =>
    rules.map(({alert, labels, expr, annotations, place}) => ({
      alert,
      severity: labels['severity'] ?? '',
      expr,
      url: annotations['runbook_url'],
      place,
    })),
  );
}

/**
 * The runbooks of this handbook, in its first language: alerts and paths are the same in all.
 * @throws {SlipError}
 */
export function readOwnPages(root: string): PageFact[] {
  const [language = 'en'] = readSite(root).languages;
  return readRunbooks(root, language).map(({slug, file, frontMatter: {alerts, aliases}}) => ({
    runbook: slug,
    file,
    path: slug.replace(/^runbooks\//, '').toLowerCase(),
    alerts,
    aliases,
    text: readFileSync(join(root, file), 'utf8'),
  }));
}
