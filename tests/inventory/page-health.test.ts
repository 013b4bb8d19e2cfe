import {describe, expect, it} from 'vitest';
import {pageHealth, type Page} from '../../src/inventory/page-health.ts';
import {readPages} from '../../src/inventory/read-pages.server.ts';
import {hashOf} from '../../src/lint/synced/sync-file.server.ts';
import {standingOf} from '../../src/registers/standing.ts';
import {handbook, ja} from '../support/sample.ts';

const text = (title: string, more = ''): string => `---\ntitle: ${title}\nowner: sre\nstatus: adopted\n${more}---\n\nText.\n`;
const both = ['en', 'ja'] as const;

/** A page in two languages, of which this was said to agree. */
function twins(en: string, agreed: Readonly<Record<'en' | 'ja', string>> | undefined): string | undefined {
  const files = {'docs/a.mdx': en, [`${ja}/a.mdx`]: text('ア')};
  const sync = agreed && {'a.mdx': {en: hashOf(agreed.en), ja: hashOf(agreed.ja)}};
  const root = handbook({...files, 'i18n/sync.json': JSON.stringify(sync ?? {})});
  return readPages(root, 'en', both)[0]?.twin;
}

describe('the pages of a handbook', () => {
  it('are called as their own language calls them', () => {
    const root = handbook({'docs/g/a.mdx': text('A', 'drafted: 2026-01-02\n'), [`${ja}/g/a.mdx`]: text('ア')});
    expect(readPages(root, 'ja', both)).toEqual([
      {slug: 'g/a', title: 'ア', owner: 'sre', status: 'adopted', drafted: undefined, twin: 'unsaid', isShown: true},
    ]);
    expect(readPages(root, 'en', both)[0]).toMatchObject({title: 'A', drafted: '2026-01-02'});
  });

  it('say whose twin has moved on', () => {
    const agreed = {en: text('A'), ja: text('ア')};
    expect(twins(text('A'), agreed)).toBe('in-step');
    expect(twins(text('B'), agreed)).toBe('en-moved');
    expect(twins(text('A'), {...agreed, ja: text('イ')})).toBe('ja-moved');
    expect(twins(text('B'), {...agreed, ja: text('イ')})).toBe('both-moved');
    expect(twins(text('A'), undefined)).toBe('unsaid');
  });

  it('have one language where they are records, or where nobody has translated them', () => {
    const root = handbook({'docs/a.mdx': text('A', 'lang: en\n'), 'docs/b.mdx': text('B')});
    expect(readPages(root, 'ja', both).map(({twin}) => twin)).toEqual(['once', 'missing']);
  });
});

describe('a page that only the other language has', () => {
  it('is listed without a link, for the site does not have it', () => {
    const root = handbook({'docs/a.mdx': text('A'), [`${ja}/b.mdx`]: text('イ')});
    const pages = readPages(root, 'en', both);
    expect(pages.map(({slug, isShown}) => [slug, isShown])).toEqual([
      ['a', true],
      ['b', false],
    ]);
    const {rows} = pageHealth({pages, teams: new Map(), asOf: undefined}, 'en');
    expect(rows.map(({cells}) => cells['page'])).toEqual([{text: 'A', to: '/a'}, 'イ']);
  });
});

describe('the health of pages', () => {
  const page: Page = {slug: 'g/index', title: 'A', owner: 'sre', status: 'adopted', drafted: undefined, twin: 'in-step', isShown: true};
  const standing = (more: Partial<Page>, day = '2026-06-01'): string | undefined => {
    const [row] = pageHealth({pages: [{...page, ...more}], teams: new Map(), asOf: undefined}, 'en').rows;
    return row && standingOf(row, day);
  };

  it('asks for a decision about a draft after 120 days', () => {
    const draft = {status: 'draft', drafted: '2026-01-01'};
    expect(standing(draft, '2026-05-01')).toBe('open');
    expect(standing(draft, '2026-05-02')).toBe('overdue');
  });

  it('never calls well what it does not know', () => {
    expect(standing({})).toBe('ok');
    expect(standing({status: 'draft'})).toBe('unknown');
    expect(standing({owner: undefined})).toBe('warning');
    expect(standing({twin: 'ja-moved'})).toBe('warning');
    expect(standing({status: 'superseded'})).toBe('past');
  });

  it('has what asks for somebody first, and leads to each page', () => {
    const late: Page = {...page, slug: 'x', title: 'X', twin: 'missing'};
    const {rows} = pageHealth({pages: [page, late], teams: new Map(), asOf: undefined}, 'ja');
    expect(rows.map(({cells}) => cells['page'])).toEqual([
      {text: 'X', to: '/x'},
      {text: 'A', to: '/g/'},
    ]);
    expect(rows[0]?.cells['twin']).toBe('片方の言語だけ');
  });
});
