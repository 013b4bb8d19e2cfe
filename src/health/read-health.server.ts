import {existsSync, readdirSync} from 'node:fs';
import {join, sep} from 'node:path';
import {clockOf} from '../catalog/clock.ts';
import type {Catalog} from '../catalog/model.ts';
import {readCatalog} from '../catalog/read-catalog.server.ts';
import type {Registers} from '../registers/model.ts';
import {readRegisters} from '../registers/read-registers.server.ts';
import {findCoverage} from '../runbook/coverage/find-coverage.ts';
import {ownRules, readOwnPages} from '../runbook/coverage/read-own.server.ts';
import type {Evidence} from '../runbook/evidence/contract.ts';
import {proofOf, readUsablePages, type UsablePage} from '../runbook/evidence/pages.server.ts';
import {readEvidence} from '../runbook/evidence/read-evidence.server.ts';
import {baseFolder, docsFolder} from '../runbook/read-runbooks.server.ts';
import type {HealthReport} from './model.ts';
import {healthReport} from './report.ts';

/**
 * The health of what the folder `root` says, on the day of its sample, or else `now`.
 * @throws {SlipError} with every slip of the first part of `data/` that has any.
 */
export function readHealth(root: string, now = new Date()): HealthReport {
  const catalog = readCatalog(root);
  const [language = 'en'] = catalog.site.languages;
  const usable = readUsablePages(root, language);
  const {present} = clockOf(catalog.site, now);
  const evidence = readEvidence(root, {pages: new Set(usable.map(({page}) => page)), now: present.getTime()});
  const folders = [baseFolder(root, language), ...catalog.site.languages.map(docsFolder)];
  const registers = readRegisters(root, {pages: pagesBelow(root, folders), catalog, today: present});
  return healthOf(root, {catalog, usable, evidence, registers, now});
}

interface Read {
  readonly catalog: Catalog;
  readonly usable: readonly UsablePage[];
  readonly evidence: readonly Evidence[];
  readonly registers: Registers;
  readonly now?: Date;
}

/** The same for whoever has read most of it already. */
export function healthOf(root: string, {catalog, usable, evidence, registers, now = new Date()}: Read): HealthReport {
  const {today} = clockOf(catalog.site, now);
  const coverage = findCoverage(ownRules(catalog), readOwnPages(root));
  const runbooks = usable
    .filter(({alerts}) => alerts.length > 0)
    .map((page) => ({page: page.page, alerts: [...page.alerts, ...page.aliases], proof: proofOf(page, catalog)}));
  return healthReport({catalog, registers, evidence, coverage, runbooks}, today);
}

/** Every page by its path below the site's root, such as `guidelines/slo`. */
function pagesBelow(root: string, folders: readonly string[]): ReadonlySet<string> {
  const files = [...new Set(folders)]
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'}));
  return new Set(files.flatMap((file) => (/\.mdx?$/.test(file) ? [file.replaceAll(sep, '/').replace(/\.mdx?$/, '')] : [])));
}
