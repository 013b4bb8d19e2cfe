import {describe, expect, it} from 'vitest';
import {readOwnedPages} from '../../src/handover/owned-pages.server.ts';
import {page} from '../support/lint.ts';
import {handbook, ja} from '../support/sample.ts';

describe('the pages of an owner', () => {
  it('are those of the language over those of the base, each once', () => {
    const root = handbook({
      'docs/guidelines/a.mdx': page('guideline', 'Text.'),
      'docs/records/b.md': page('reference', 'Text.'),
      [`${ja}/guidelines/a.mdx`]: page('guideline', '本文。').replace('owner: sre', 'owner: ops'),
    });
    const pages = readOwnedPages(root, {language: 'ja', base: 'en'});
    expect(pages.map(({slug, owner}) => `${slug} ${owner}`)).toEqual(['guidelines/a ops', 'records/b sre']);
  });

  it('bring what a runbook says of its alerts and whom it calls', () => {
    const more = 'alerts: [ShopDown]\nescalate_to: "@sre-lead"\n';
    const root = handbook({'docs/runbooks/shop-down.mdx': page('runbook', 'Text.', more)});
    expect(readOwnedPages(root, {language: 'en', base: 'en'})).toEqual([
      {slug: 'runbooks/shop-down', owner: 'sre', status: 'adopted', alerts: ['ShopDown'], escalate_to: '@sre-lead'},
    ]);
  });

  it('have no owner where the front matter is missing or is not sound', () => {
    const root = handbook({'docs/a.md': 'Text.\n', 'docs/b.md': '---\nowner: [\n---\n', 'docs/_part.mdx': 'Text.\n'});
    expect(readOwnedPages(root, {language: 'en', base: 'en'})).toEqual([{slug: 'a'}, {slug: 'b'}]);
  });
});
