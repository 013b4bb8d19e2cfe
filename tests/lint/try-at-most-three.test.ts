import {describe, expect, it} from 'vitest';
import {tryAtMostThree} from '../../src/lint/catalog/try-at-most-three.ts';
import {lintFiles} from '../support/lint.ts';
import {entry, record, retro, tries} from '../support/tries.ts';

const rows = (count: number): string => Array.from({length: count}, () => '| Look | @sre-lead | 2026-02-13 |').join('\n');
const register = (count: number): string => `entries:\n${Array.from({length: count}, (_, i) => entry(`try-20260130-${i + 1}`)).join('')}`;

describe('try-at-most-three', () => {
  it('accepts three, in the register and in a record', () => {
    expect(lintFiles(tryAtMostThree, {[record]: retro(rows(3)), [tries]: register(3)})).toEqual([]);
    expect(lintFiles(tryAtMostThree, {[record]: retro(rows(3))})).toEqual([]);
  });

  const expected = 'Unexpected 4 Tries of retrospectives/records/2026-01-30-kpt, expected at most three: choose, and drop the rest';
  it('refuses the fourth in the register, and not once more in the record', () => {
    expect(lintFiles(tryAtMostThree, {[record]: retro(rows(4)), [tries]: register(4)})).toEqual([`${tries}:26:9 ${expected}`]);
  });

  it('refuses the fourth in a record whose Tries are not in the register yet', () => {
    expect(lintFiles(tryAtMostThree, {[record]: retro(rows(4))})).toEqual([`${record}:19:1 ${expected}`]);
  });
});
