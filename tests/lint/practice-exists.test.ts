import {describe, expect, it} from 'vitest';
import {practiceExists} from '../../src/lint/catalog/practice-exists.ts';
import {lintFiles, page} from '../support/lint.ts';
import {ja} from '../support/sample.ts';

const register = 'data/registers/practices.yaml';
const row = (id: string, name: string): string =>
  `  - {id: ${id}, text: {en: Look., ja: 見る。}, kind: practice, page: ${name}, figure: pages, check: catalog}\n`;
const rows = `entries:\n${row('A1', 'procedures/look')}${row('A2', 'guidelines/see')}`;
const look = (practices: string): string => page('procedure', 'Text.', `practices: ${practices}\n`);
const see = page('guideline', 'Text.', 'serves: [health]\npractices: [A2]\n');
const lint = (files: Record<string, string>): string[] => lintFiles(practiceExists, {[register]: rows, ...files});

describe('practice-exists', () => {
  it('accepts pages and rows that name each other, and a page that names a practice of another', () => {
    expect(lint({'docs/procedures/look.mdx': look('[A1, A2]'), 'docs/guidelines/see.mdx': see})).toEqual([]);
  });

  it('asks nothing where there is no register, or an empty one', () => {
    const files = {'docs/procedures/look.mdx': look('[A9]')};
    expect([...lintFiles(practiceExists, files), ...lint({...files, [register]: 'entries: []\n'})]).toEqual([]);
  });

  it('refuses a practice that is no row, and one that stands twice, in every language', () => {
    const files = {
      'docs/procedures/look.mdx': look('[A1, A9]'),
      [`${ja}/procedures/look.mdx`]: look('[A1, A1]'),
      'docs/guidelines/see.mdx': see,
    };
    expect(lint(files)).toEqual([
      'docs/procedures/look.mdx:7:17 Unexpected practice "A9", expected the id of a practice in data/registers/practices.yaml',
      `${ja}/procedures/look.mdx:7:17 Unexpected practice A1 a second time, expected each practice once`,
    ]);
  });

  it('refuses a row whose page does not name it, or is not there', () => {
    expect(lint({'docs/procedures/look.mdx': page('procedure', 'Text.')})).toEqual([
      `${register}:2:64 Unexpected page procedures/look of A1 whose front matter does not name it, expected practices: [A1]`,
      `${register}:3:64 Unexpected page "guidelines/see" of A2, expected one that exists in en`,
    ]);
  });

  it('leaves a list of another shape to page-front-matter', () => {
    expect(lint({'docs/procedures/look.mdx': look('A1'), 'docs/guidelines/see.mdx': see})).toEqual([
      expect.stringContaining('expected practices: [A1]'),
    ]);
  });
});
