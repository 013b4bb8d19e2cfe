import {describe, expect, it} from 'vitest';
import {lintTree} from '../../src/lint/lint-tree.server.ts';
import {changedTree, readLintCases} from '../support/lint-cases.ts';
import {sayWhole} from '../support/lint.ts';

const cases = readLintCases();
/** Textlint reads Japanese where that is the point; it takes longer than all other engines together. */
const prose = (rule: string): boolean => rule === 'japanese-prose';

describe('lint', () => {
  it('has nothing to say of a sound handbook', async () => {
    expect((await lintTree(changedTree([]))).map(sayWhole)).toEqual([]);
  });

  it.each(cases)('$rule: refuses $name, once among all engines', async ({rule, change, refused}) => {
    expect((await lintTree(changedTree(change), {prose: prose(rule)})).map(sayWhole)).toEqual(refused);
  });

  it.each(cases.filter(({mended}) => mended.length > 0))('$rule: accepts it when it is mended, after $name', async ({rule, mended}) => {
    expect((await lintTree(changedTree(mended), {prose: prose(rule)})).map(sayWhole)).toEqual([]);
  });

  it.each(cases)('$rule: is missed when it is switched off, by $name', async ({rule, change, refused}) => {
    const found = await lintTree(changedTree(change), {without: new Set([rule]), prose: prose(rule)});
    expect(found.map(sayWhole)).not.toEqual(refused);
  });
});
