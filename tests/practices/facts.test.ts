import {describe, expect, it} from 'vitest';
import {practiceFacts} from '../../src/practices/facts.ts';
import {figureState} from '../../src/practices/figure-state.ts';
import {pageTitles} from '../../src/practices/page-titles.server.ts';
import {readPagesByPractice} from '../../src/practices/read-pages.server.ts';
import {lapsesOf} from '../../src/registers/lapses.ts';
import {registersOf, sampleDay} from '../support/registers.ts';
import {handbook, ja} from '../support/sample.ts';

const registers = registersOf('.');
const practices = registers.practices.map(({value}) => value);
const recorded = {registers, evidence: [{}], lapses: lapsesOf(registers, {day: sampleDay})};
const facts = (language: 'en' | 'ja'): Map<string, ReturnType<typeof practiceFacts>[number]> =>
  new Map(
    practiceFacts(practices, {language, titleOf: (page) => `The page ${page}`, pagesOf: readPagesByPractice('.', 'docs'), ...recorded}).map(
      (one) => [one.id, one],
    ),
  );

describe('the table of practices', () => {
  it('has each of the 65 rows, in both languages', () => {
    expect(facts('en').size).toBe(65);
    expect(facts('ja').get('A17')?.text).toBe(practices.find(({id}) => id === 'A17')?.text.ja);
  });

  it('says what kind of check fails', () => {
    const check = (id: string): unknown => facts('en').get(id)?.check;
    expect(check('A1')).toEqual({kind: 'rule', id: 'page-front-matter'});
    expect(check('A2')).toEqual({kind: 'data'});
    expect(check('A20')).toEqual({kind: 'test', file: 'tests/registers/headroom.test.ts'});
    expect(check('V12')).toEqual({kind: 'case', path: 'mission/compass#try-it'});
  });

  it('names the other pages that put a practice to work', () => {
    expect(
      facts('en')
        .get('A11')
        ?.alsoOn.map(({path}) => path),
    ).toEqual(['mission/vision']);
    expect(facts('en').get('A37')?.alsoOn).toEqual([]);
  });

  it('leads to the index of a folder by its folder', () => {
    expect(facts('en').get('A1')?.page).toEqual({path: 'mission/', title: 'The page mission/index'});
  });
});

describe('what holds the figure of a practice', () => {
  const state = (figure: string, more: Partial<typeof recorded> = {}): unknown => figureState(figure, {...recorded, ...more});
  const emptied = {...registers, 'daily-check': [], agendas: []};

  it('is empty while nobody has written anything into it', () => {
    expect(state('daily-check')).toEqual({kind: 'current'});
    expect(state('daily-check', {registers: emptied})).toEqual({kind: 'empty'});
    expect(state('agendas', {registers: emptied})).toEqual({kind: 'empty'});
    expect(state('evidence', {evidence: []})).toEqual({kind: 'empty'});
  });

  it('counts what lapsed in it', () => {
    const [one] = recorded.lapses;
    const lapses = [one, one].flatMap((lapse) => (lapse === undefined ? [] : [{...lapse, figure: 'toil' as const}]));
    expect(state('toil', {lapses})).toEqual({kind: 'lapsed', count: 2});
    expect(state('debt', {lapses})).toEqual({kind: 'current'});
  });

  it('has no age where it is no log', () => {
    expect(state('pages')).toBeUndefined();
    expect(facts('en').get('V12')?.state).toBeUndefined();
  });
});

describe('the pages of a practice', () => {
  it('are those whose front matter names it, in the order of their paths', () => {
    const root = handbook({
      'docs/b.mdx': '---\npractices: [A1, A2]\n---\n',
      'docs/a/index.md': '---\npractices: [A1]\n---\n',
      'docs/c.mdx': '---\npractices: A1\n---\n',
      'docs/d.mdx': 'No front matter.\n',
    });
    expect([...readPagesByPractice(root, 'docs')]).toEqual([
      ['A1', ['a/index', 'b']],
      ['A2', ['b']],
    ]);
  });
});

describe('the title of a page', () => {
  const titles = (): ((page: string) => string) => {
    const root = handbook({
      'docs/a/one.mdx': '---\ntitle: One\n---\n',
      'docs/a/two.md': "---\ntitle: 'Two: the second'\n---\n",
      [`${ja}/a/one.mdx`]: '---\ntitle: 一\n---\n',
    });
    return pageTitles(root, [ja, 'docs']);
  };

  it('is that of the first folder that has it', () => {
    const titleOf = titles();
    expect(titleOf('a/one')).toBe('一');
    expect(titleOf('a/two')).toBe('Two: the second');
  });

  it('is the path of a page that is nowhere', () => {
    expect(titles()('a/three')).toBe('a/three');
  });
});
