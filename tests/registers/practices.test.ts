import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {ownRules} from '../../src/lint/rule-ids.ts';
import {registersOf} from '../support/registers.ts';
import {ja} from '../support/sample.ts';

const practices = registersOf('.').practices.map(({value}) => value);
const numbered = (letter: string, count: number): string[] => Array.from({length: count}, (_, i) => `${letter}${i + 1}`);

describe('the practices of both articles', () => {
  it('are all there, in their order', () => {
    expect(practices.map(({id}) => id)).toEqual([...numbered('A', 37), ...numbered('V', 28)]);
  });

  it('are each told in words of their own', () => {
    expect(new Set(practices.map(({text}) => text.en)).size).toBe(65);
    expect(new Set(practices.map(({text}) => text.ja)).size).toBe(65);
  });

  const measured = practices.filter(({kind}) => kind === 'practice');

  it.each(measured)('have a check that there is: $id', ({check}) => {
    expect([check, check === 'catalog' || ownRules.includes(check) || existsSync(check)]).toEqual([check, true]);
  });

  it('have a test that shows each check failing', () => {
    const broken = readFileSync('tests/registers/broken-data.test.ts', 'utf8');
    const isShown = ({id, check}: (typeof measured)[number]): boolean => {
      if (check === 'catalog' || check === 'register-fresh') return broken.includes(`practice: '${id}'`);
      return existsSync(check.endsWith('.ts') ? check : `tests/lint/${check}.test.ts`);
    };
    expect(measured.filter((practice) => !isShown(practice)).map(({id}) => id)).toEqual([]);
  });

  it.each(['docs', ja])('have a question with a hidden answer where a principle is learned, in %s', (folder) => {
    const principles = practices.filter(({kind}) => kind === 'principle');
    const asks = ({check}: (typeof principles)[number]): boolean => {
      const [page = '', section = ''] = check.split('#');
      const text = readFileSync(`${folder}/${page}.mdx`, 'utf8');
      const after = text.split(`{/* #${section} */}`)[1]?.split(/^## /m)[0] ?? '';
      return section !== '' && /(?:\?|か。)[^]*<details>[^]*<\/details>/.test(after);
    };
    expect(principles.filter((principle) => !asks(principle)).map(({id, check}) => `${id} ${check}`)).toEqual([]);
  });

  it('have a page in every language', () => {
    const isThere = (page: string): boolean => ['docs', ja].every((folder) => existsSync(`${folder}/${page}.mdx`));
    expect(practices.filter(({page}) => !isThere(page)).map(({id, page}) => `${id} ${page}`)).toEqual([]);
  });
});
