import {describe, expect, it} from 'vitest';
import {tryCarriedTwice} from '../../src/lint/catalog/try-carried-twice.ts';
import {lintFiles} from '../support/lint.ts';
import {entry, record, retro, tries} from '../support/tries.ts';

const lint = (more: string, change: (text: string) => string = (text) => text): string[] =>
  lintFiles(tryCarriedTwice, {[record]: retro(''), [tries]: change(`entries:\n${entry('try-20260130-1', more)}`)});

describe('try-carried-twice', () => {
  it('accepts a Try that was carried over once', () => {
    expect(lint('    carried: [2026-02-13]\n')).toEqual([]);
  });

  it('accepts one that was done in the end', () => {
    expect(lint('    carried: [2026-02-13, 2026-02-27]\n', (text) => text.replace('open', 'done'))).toEqual([]);
  });

  it('refuses an open one that was carried over twice', () => {
    expect(lint('    carried: [2026-02-13, 2026-02-27]\n')).toEqual([
      `${tries}:10:27 Unexpected try-20260130-1, open and carried over 2 times, expected it done, dropped, or taken to somebody who can make room for it`,
    ]);
  });
});
