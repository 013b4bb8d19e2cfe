import {relative} from 'node:path';
import type {Root} from 'mdast';
import type {Language} from '../catalog/contract.ts';
import {filesIn, readText} from '../catalog/read-text.server.ts';
import type {Slip} from '../catalog/slip.ts';
import {docsFolder} from '../runbook/read-runbooks.server.ts';
import {field, frontMatterOfText} from './content.ts';
import type {Finding} from './finding.ts';
import {parsePage} from './parse.ts';
import type {Page} from './repository.ts';

/**
 * Every page of these languages. What cannot be read or is no MDX is a finding, and the page is `broken`. Only what is looked at is parsed at
 * once; of another page the tree is made when somebody asks for it, which nobody does of most.
 */
export function readPages(
  root: string,
  {languages, only}: {readonly languages: readonly Language[]; readonly only: (file: string) => boolean},
): {pages: Page[]; findings: Finding[]} {
  const slips: Slip[] = [];
  const findings: Finding[] = [];
  const read = (language: Language): Page[] => {
    const folder = docsFolder(language);
    return filesIn(root, folder, {ending: /\.mdx?$/, without: /^_/}, slips).map((file): Page => {
      const text = readText(root, file, slips);
      const names = {file, name: relative(folder, file).replaceAll('\\', '/'), language, text: text ?? ''};
      if (text === undefined) return {...names, tree: empty, frontMatter: undefined, isBroken: true};
      const frontMatter = frontMatterOfText(text, file);
      if (!only(file)) return new LaterPage({...names, frontMatter});
      const tree = parsePage(file, text);
      if (!('rule' in tree)) return {...names, tree, frontMatter, isBroken: false};
      findings.push(tree);
      return {...names, tree: empty, frontMatter, isBroken: true};
    });
  };
  const pages = languages.flatMap(read);
  return {pages: languages.includes('en') ? pages : [...pages, ...recordsBelow(pages)], findings: [...slips.map(asFinding), ...findings]};

  /** Without English, the site still shows the records of docs/: they are written once. Its other pages belong to nobody then. */
  function recordsBelow(above: readonly Page[]): Page[] {
    const names = new Set(above.map(({name}) => name));
    const others = readPages(root, {languages: ['en'], only: () => false}).pages;
    return others.filter((page) => field(page.frontMatter, 'lang') !== undefined && !names.has(page.name));
  }
}

const empty: Root = {type: 'root', children: []};

class LaterPage implements Page {
  readonly file: string;
  readonly name: string;
  readonly language: Language;
  readonly text: string;
  readonly frontMatter: Page['frontMatter'];
  #parsed: Root | Finding | undefined;

  constructor({file, name, language, text, frontMatter}: Omit<Page, 'tree' | 'isBroken'>) {
    this.file = file;
    this.name = name;
    this.language = language;
    this.text = text;
    this.frontMatter = frontMatter;
  }

  get tree(): Root {
    this.#parsed ??= parsePage(this.file, this.text);
    return 'rule' in this.#parsed ? empty : this.#parsed;
  }

  get isBroken(): boolean {
    return this.tree === empty;
  }
}

function asFinding({file, line, column, found, expected}: Slip): Finding {
  return {file, line, column, rule: 'file', severity: 'error', message: `Unexpected ${found}, expected ${expected}`};
}
