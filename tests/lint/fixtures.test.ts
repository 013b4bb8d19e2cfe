import {describe, expect, it} from 'vitest';
import {lintTree} from '../../src/lint/lint-tree.server.ts';
import {changedTree, readLintCases} from '../support/lint-cases.ts';
import {sayWhole} from '../support/lint.ts';

const cases = readLintCases();

describe('lint', () => {
  it('has nothing to say of a sound handbook', async () => {
    expect((await lintTree(changedTree([]))).map(sayWhole)).toEqual([]);
  });

  it.each(cases)('$rule: refuses $name, once among all engines', async ({change, refused}) => {
    expect((await lintTree(changedTree(change))).map(sayWhole)).toEqual(refused);
  });

  it.each(cases.filter(({mended}) => mended.length > 0))('$rule: accepts it when it is mended, after $name', async ({mended}) => {
    expect((await lintTree(changedTree(mended))).map(sayWhole)).toEqual([]);
  });

  it.each(cases)('$rule: is missed when it is switched off, by $name', async ({rule, change, refused}) => {
    const found = await lintTree(changedTree(change), {without: new Set([rule])});
    expect(found.map(sayWhole)).not.toEqual(refused);
  });
});
