import {describe, expect, it} from 'vitest';
import {readRegisters} from '../../src/registers/read-registers.server.ts';
import {registerFacts} from '../../src/registers/tables.ts';
import {handbook} from '../support/sample.ts';
import {entry, tries} from '../support/tries.ts';

const exceptions = `entries:
  - id: legacy
    what: {en: Not watched., ja: 監視しない。}
    why: {en: It goes., ja: なくなるため。}
    owner: sre
    since: 2026-01-01
    expires: 2026-02-13
`;
const ended = (id: string): string => entry(id).replace('status: open', 'status: done');

function facts(language: 'en' | 'ja', more: Record<string, string> = {}): ReturnType<typeof registerFacts> {
  const root = handbook({'data/registers/exceptions.yaml': exceptions, ...more});
  const registers = readRegisters(root, {pages: new Set(['retrospectives/records/2026-01-30-kpt'])});
  return registerFacts(registers, {language, asOf: undefined});
}

describe('what a register shows', () => {
  it('is in the language of the page, and a Try in its own', () => {
    expect(facts('ja').exceptions.rows).toMatchObject([{status: 'holds', due: '2026-02-13', cells: {what: '監視しない。', owner: 'sre'}}]);
    expect(facts('en').exceptions.columns.map(({title}) => title)).toEqual(['Exception', 'Why', 'Owner', 'Since', 'Last day']);
    expect(facts('ja', {[tries]: `entries:\n${entry('try-20260130-1', '    carried: [2026-02-13]\n')}`}).tries.rows).toEqual([
      {
        id: 'try-20260130-1',
        lang: 'en',
        status: 'open',
        due: '2026-02-13',
        cells: {
          text: 'Look at the log first.',
          owner: '@sre-lead',
          first_step: 'Open it.',
          check: '2026-02-13',
          carried: 1,
          from: {text: '2026-01-30', to: '/retrospectives/records/2026-01-30-kpt'},
        },
      },
    ]);
  });

  it('stands with what waits for somebody first, and the newest of the rest', () => {
    const later = entry('try-20260130-2').replace('2026-02-13', '2026-02-27');
    const text = `entries:\n${ended('try-20260130-3')}${later}${entry('try-20260130-1')}${ended('try-20260130-4')}`;
    expect(facts('en', {[tries]: text}).tries.rows.map(({id}) => id.at(-1))).toEqual(['1', '2', '4', '3']);
  });
});
