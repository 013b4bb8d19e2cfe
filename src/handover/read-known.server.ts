import {clockOf} from '../catalog/clock.ts';
import type {Language} from '../catalog/contract.ts';
import type {Catalog} from '../catalog/model.ts';
import {readCatalog} from '../catalog/read-catalog.server.ts';
import type {Registers} from '../registers/model.ts';
import {readRegisters} from '../registers/read-registers.server.ts';
import type {Evidence} from '../runbook/evidence/contract.ts';
import {proofOf, readUsablePages, type UsablePage} from '../runbook/evidence/pages.server.ts';
import {readEvidence} from '../runbook/evidence/read-evidence.server.ts';
import {trustOf} from '../runbook/evidence/trust.ts';
import type {Known} from './note.ts';
import {readOwnedPages} from './owned-pages.server.ts';

interface Read {
  readonly catalog: Catalog;
  readonly registers: Registers;
  readonly evidence: readonly Evidence[];
  /** In the language that the others follow: what was used is the same in every one. */
  readonly usable: readonly UsablePage[];
}

/**
 * Everything that a note is made from, with the pages of a language.
 * @throws {SlipError} with what is wrong in `data/` or in the front matter of a runbook.
 */
export function readKnown(root: string, language: Language | undefined, now = new Date()): Known {
  const catalog = readCatalog(root);
  const [base = 'en'] = catalog.site.languages;
  const pages = readOwnedPages(root, {language: language ?? base, base});
  const slugs = new Set(pages.map(({slug}) => slug));
  const usable = readUsablePages(root, base);
  const {present} = clockOf(catalog.site, now);
  return knownOf({
    catalog,
    registers: readRegisters(root, {pages: slugs, catalog, today: present}),
    evidence: readEvidence(root, {pages: new Set(usable.map(({page}) => page)), now: present.getTime()}),
    usable,
    pages,
    now,
  });
}

/** The same of what was read already. Ages are judged on the day of the sample while there is one. */
export function knownOf({catalog, registers, evidence, usable, pages, now}: Read & Pick<Known, 'pages'> & {readonly now: Date}): Known {
  const {today} = clockOf(catalog.site, now);
  const byName = new Map(usable.map((page) => [page.page, page]));
  const uses = Map.groupBy(evidence, ({page}) => page);
  return {
    catalog,
    registers,
    evidence,
    pages,
    today,
    trust: (slug, urgency) => {
      const page = byName.get(slug);
      return page && trustOf(uses.get(slug) ?? [], {...proofOf(page, catalog), urgency, now: Date.parse(today)});
    },
  };
}
