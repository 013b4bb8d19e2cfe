import {describe, expect, it} from 'vitest';
import {tryHasOwnerAndDate} from '../../src/lint/catalog/try-has-owner-and-date.ts';
import {lintFiles} from '../support/lint.ts';
import {oneTry, record, retro, retroTable, tries} from '../support/tries.ts';

describe('try-has-owner-and-date', () => {
  it('accepts a Try with both, in the register and in a record', () => {
    expect(lintFiles(tryHasOwnerAndDate, {[record]: retro(''), [tries]: oneTry()})).toEqual([]);
    expect(lintFiles(tryHasOwnerAndDate, {[record]: retro('| Look | @sre-lead | 2026-02-13 |')})).toEqual([]);
  });

  it('refuses one without an owner, or without a day, in the register', () => {
    expect(lintFiles(tryHasOwnerAndDate, {[record]: retro(''), [tries]: oneTry().replace(/ *(owner|check): .*\n/g, '')})).toEqual([
      `${tries}:2:5 Unexpected Try without a day to look at it again, expected one such as 2026-01-31`,
      `${tries}:2:5 Unexpected Try without an owner, expected a role such as @sre-primary`,
    ]);
  });

  it('refuses a day before the retrospective', () => {
    expect(lintFiles(tryHasOwnerAndDate, {[record]: retro(''), [tries]: oneTry().replace('2026-02-13', '2025-02-13')})).toEqual([
      `${tries}:7:12 Unexpected day 2025-02-13 to look at a Try of 2026-01-30, expected a later one`,
    ]);
  });

  it('refuses both in a record whose Tries are not in the register yet', () => {
    expect(lintFiles(tryHasOwnerAndDate, {[record]: retro('| Look | somebody | soon |')})).toEqual([
      `${record}:16:1 Unexpected Try without a day to look at it again, expected one such as 2026-01-31`,
      `${record}:16:1 Unexpected Try without an owner, expected a role such as @sre-primary`,
    ]);
  });

  it('reads each column of the template for what it is', () => {
    const lint = (row: string): string[] => lintFiles(tryHasOwnerAndDate, {[record]: retroTable(row)});
    expect(lint('| Look at what @sre-lead did on 2025-01-01 | sre | Open it | 2026-02-13 |')).toEqual([]);
    expect(lint('| Look at what @sre-lead did on 2026-03-01 | | Open it | soon |')).toEqual([
      `${record}:16:1 Unexpected Try without a day to look at it again, expected one such as 2026-01-31`,
      `${record}:16:1 Unexpected Try without an owner, expected a role such as @sre-primary`,
    ]);
    expect(lint('| TODO | | | |\n| | | | |')).toEqual([]);
  });

  it('says nothing twice of a record whose Tries are in the register', () => {
    expect(lintFiles(tryHasOwnerAndDate, {[record]: retro('| Look | somebody | soon |'), [tries]: oneTry()})).toEqual([]);
  });
});
