import {describe, expect, it} from 'vitest';
import {findPages} from '../../../src/runbook/evidence/find-page.ts';

const down = {page: 'runbooks/shop-down', alerts: ['ShopDown'], aliases: ['ShopGone']};
const gone = {page: 'runbooks/shop-gone-again', alerts: ['ShopGone'], aliases: []};
const runbook = {page: 'runbooks/restore', alerts: [], aliases: []};
const procedure = {page: 'procedures/restore', alerts: [], aliases: []};
const nested = {page: 'procedures/db/restore', alerts: [], aliases: ['OldRestore']};
const pages = [down, gone, runbook, procedure, nested];

describe('a page', () => {
  it.each([
    ['shopdown', down],
    ['/r/ShopDown', down],
    ['runbooks/shop-down', down],
    ['/runbooks/shop-down/', down],
    ['Shop-Down', down],
    ['shop-down.mdx', down],
    ['ＳｈｏｐＤｏｗｎ', down],
    ['oldrestore', nested],
    ['db/restore', nested],
  ])('is found as %s', (name, page) => {
    expect(findPages(pages, name)).toEqual([page]);
  });

  it('of an alert in use wins over one whose alert once had the name', () => {
    expect(findPages(pages, 'shopgone')).toEqual([gone]);
  });

  it('is not chosen where two have the name', () => {
    expect(findPages(pages, 'restore')).toEqual([runbook, procedure]);
    expect(findPages(pages, 'procedures/restore')).toEqual([procedure]);
  });

  it('is not found by a part of its name', () => {
    expect(findPages(pages, 'shop')).toEqual([]);
    expect(findPages(pages, '')).toEqual([]);
  });
});
