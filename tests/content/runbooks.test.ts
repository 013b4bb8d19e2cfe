import {readFileSync, readdirSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {fencesOf, frontMatterOf} from '../../src/lint/content.ts';
import {parsePage} from '../../src/lint/parse.ts';
import {RunbookFrontMatter} from '../../src/page/contract.ts';
import {isCommand, markPlaces} from '../../src/runbook/commands/mark-places.ts';

const files = ['docs/runbooks', 'i18n/ja/docusaurus-plugin-content-docs/current/runbooks'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.mdx') && name !== 'index.mdx')
    .map((name) => `${folder}/${name}`),
);

function read(file: string): {params: string[]; commands: {lang: string; text: string}[]} {
  const tree = parsePage(file, readFileSync(file, 'utf8'));
  if (!('children' in tree)) throw new Error(tree.message);
  const {params} = RunbookFrontMatter.parse(frontMatterOf(tree, file)?.value);
  return {params: params.map(({name}) => name), commands: fencesOf(tree).filter(({lang}) => isCommand(lang))};
}

describe('a runbook of ours', () => {
  it.each(files)('has in %s a place that can be filled wherever a parameter stands', (file) => {
    const {params, commands} = read(file);
    const found = commands.map(({lang, text}) => {
      const {places, slips} = markPlaces(text, {lang, params});
      const filled = places.filter(({context}) => context !== 'never').map(({name}) => name);
      return {text, slips, filled};
    });
    const written = (text: string): string[] => [...text.matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => name);
    expect(found).toEqual(commands.map(({text}) => ({text, slips: [], filled: written(text).filter((name) => params.includes(name))})));
  });

  it.each(files)('uses in %s every parameter that it declares', (file) => {
    const {params, commands} = read(file);
    const used = commands.flatMap(({lang, text}) => markPlaces(text, {lang, params}).places.map(({name}) => name));
    expect(new Set(used)).toEqual(new Set(params));
  });
});

describe('the page about the form of a runbook', () => {
  it('shows poor commands that are not filled, and better ones that are', () => {
    const rows = readFileSync('docs/reference/runbook-format.mdx', 'utf8').match(/^\| `kubectl.*$/gm) ?? [];
    const isFilled = (text = ''): boolean => {
      const {places} = markPlaces(text, {lang: 'bash', params: ['POD', 'MOUNT_PATH']});
      return places.length > 0 && places.every(({context}) => context !== 'never');
    };
    const pairs = rows.map((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, text]) => isFilled(text)));
    expect(pairs).toEqual([
      [false, true],
      [false, true],
    ]);
  });
});
