import {describe, expect, it} from 'vitest';
import {draftDecided} from '../../src/lint/catalog/draft-decided.ts';
import {runCatalog} from '../../src/lint/engines/catalog.ts';
import {readRepository} from '../../src/lint/repository.ts';
import {page, sayFinding} from '../support/lint.ts';
import {handbook} from '../support/sample.ts';

const on = (day: string, text: string): string[] => {
  const {repository} = readRepository(handbook({'docs/a.mdx': text}));
  return runCatalog(repository, [draftDecided], {today: new Date(day)}).map(sayFinding);
};
const draft = (more: string): string => page('reference', 'Text.', more).replace('adopted', 'draft');

describe('draft-decided', () => {
  it('accepts a draft until its 120 days are over', () => {
    expect(on('2026-05-31T23:59Z', draft('drafted: 2026-01-31\n'))).toEqual([]);
  });

  it('refuses it from the next day on', () => {
    expect(on('2026-06-01', draft('drafted: 2026-01-31\n'))).toEqual([
      'docs/a.mdx:7:10 Unexpected draft of 2026-01-31, expected it adopted or deleted within 120 days',
    ]);
  });

  it('refuses a draft that does not say since when: it would stay young for ever', () => {
    expect(on('2026-06-01', draft(''))).toEqual([
      'docs/a.mdx:6:9 Unexpected draft without a day, expected drafted: the day on which it was proposed',
    ]);
  });

  it('asks nothing of a page that is adopted or superseded, whatever its day was', () => {
    const text = page('reference', 'Text.', 'drafted: 2025-01-31\n');
    expect([...on('2026-06-01', text), ...on('2026-06-01', text.replace('adopted', 'superseded'))]).toEqual([]);
  });

  it('leaves what is no day to page-front-matter', () => {
    expect(on('2026-06-01', draft('drafted: lately\n'))).toEqual([]);
  });
});
