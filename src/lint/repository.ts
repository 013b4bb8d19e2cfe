import type {Root} from 'mdast';
import {clockOf} from '../catalog/clock.ts';
import type {Language} from '../catalog/contract.ts';
import type {Catalog} from '../catalog/model.ts';
import {readCatalog, readSite} from '../catalog/read-catalog.server.ts';
import {SlipError, type Slip} from '../catalog/slip.ts';
import type {Read, Source} from '../catalog/source.ts';
import type {Glossary} from '../glossary/contract.ts';
import {readGlossary} from '../glossary/read-glossary.server.ts';
import type {Registers} from '../registers/model.ts';
import {readRegisters} from '../registers/read-registers.server.ts';
import type {Evidence} from '../runbook/evidence/contract.ts';
import {readEvidence} from '../runbook/evidence/read-evidence.server.ts';
import {field} from './content.ts';
import type {Finding} from './finding.ts';
import {readPages} from './read-pages.server.ts';

/** One page in one language. */
export interface Page {
  /** Path below the repository's root. */
  readonly file: string;
  /** Path below the folder of its language: the same for a page and its translation. */
  readonly name: string;
  readonly language: Language;
  readonly text: string;
  readonly tree: Root;
  /** Undefined when there is none or when it is not YAML; `page-front-matter` says so. */
  readonly frontMatter: Source | undefined;
  /**
   * It cannot be read or is no MDX, which is a finding of its own; `tree` is empty then, and not to be judged. Like `tree`, this parses a page
   * that is not looked at: ask it last.
   */
  readonly isBroken: boolean;
}

/** What the rules look at: every page of every language and, when it is sound, what `data/` says. */
export interface Repository {
  readonly root: string;
  /** The first is the one that the others are held against. */
  readonly languages: readonly Language[];
  readonly pages: readonly Page[];
  /** Undefined when `data/` has slips: they are findings of their own. */
  readonly catalog: Catalog | undefined;
  /** Undefined when there is none, or when it has slips. */
  readonly glossary: Read<Glossary> | undefined;
  /** Undefined when one of them has slips. */
  readonly registers: Registers | undefined;
  /** Every use of a page, oldest first; undefined when one of them has slips. */
  readonly evidence: readonly Evidence[] | undefined;
  /** The day on which the sample data stands still. */
  readonly asOf: Date | undefined;
}

interface Options {
  /** Files that findings are wanted of. Others are read all the same, and parsed when a rule asks for it. */
  readonly only?: (file: string) => boolean;
}

/** Reads the whole tree. Pages that are not MDX and slips of `data/` come back as findings. */
export function readRepository(root: string, {only = () => true}: Options = {}): {repository: Repository; findings: Finding[]} {
  const findings: Finding[] = [];
  const guard = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof SlipError)) throw error;
      findings.push(...error.slips.map(asFinding));
      return undefined;
    }
  };
  const site = guard(() => readSite(root));
  if (site === undefined)
    return {
      repository: {
        root,
        languages: [],
        pages: [],
        catalog: undefined,
        glossary: undefined,
        registers: undefined,
        evidence: undefined,
        asOf: undefined,
      },
      findings,
    };
  const {languages} = site;
  const asOf = site.as_of === undefined ? undefined : new Date(site.as_of);
  const catalog = guard(() => readCatalog(root));
  const glossary = guard(() => readGlossary(root));
  const {pages, findings: broken} = readPages(root, {languages, only});
  findings.push(...broken);
  const names = new Set(pages.map(({name}) => name.replace(/\.mdx?$/, '')));
  const {present} = clockOf(site, new Date());
  const registers = guard(() => readRegisters(root, {pages: names, catalog, today: present}));
  const evidence = guard(() => readEvidence(root, {pages: usable(pages, languages[0]), now: present.getTime()}));
  return {repository: {root, languages, pages, catalog, glossary, registers, evidence, asOf}, findings};
}

/** Pages that can be used, and so have evidence. */
function usable(pages: readonly Page[], language: Language | undefined): Set<string> {
  const names = pages.filter((page) => page.language === language).map(({name}) => name.replace(/\.mdx?$/, ''));
  return new Set(names.filter((name) => /^(runbooks|procedures)\/(?!index$)/.test(name)));
}

function asFinding({file, line, column, found, expected}: Slip): Finding {
  return {file, line, column, rule: 'catalog', severity: 'error', message: `Unexpected ${found}, expected ${expected}`};
}

/** A page that says its `lang` is written once, in that language. */
export function isRecord({frontMatter}: Page): boolean {
  return field(frontMatter, 'lang') !== undefined;
}

/** Each page of the first language with its translations, and pages that only another language has. */
export function byName({pages}: Repository): ReadonlyMap<string, readonly Page[]> {
  return Map.groupBy(pages, (page) => page.name);
}
