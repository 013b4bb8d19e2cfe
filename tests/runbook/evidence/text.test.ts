import fc from 'fast-check';
import {check} from 'prettier';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {evidenceFile, evidenceText, type EvidenceFacts} from '../../../src/runbook/evidence/text.ts';

const facts: EvidenceFacts = {
  page: 'runbooks/shop-down',
  kind: 'drill',
  by: 'sre-primary',
  outcome: 'worked-with-changes',
  minutes: 12,
  note: 'Step "see" needed $NAMESPACE: it\'s not "prod"',
  lang: 'en',
  steps: '1'.repeat(64),
  alert: `12e${'4'.repeat(61)}`,
};
const style = {parser: 'yaml', singleQuote: true, printWidth: 120, proseWrap: 'preserve'} as const;

describe('the text of an evidence file', () => {
  it('reads well', () => {
    expect(evidenceText(facts)).toBe(
      `page: runbooks/shop-down
kind: drill
by: 'sre-primary'
outcome: worked-with-changes
minutes: 12
note: 'Step "see" needed $NAMESPACE: it''s not "prod"'
lang: en
steps: '${facts.steps}'
alert: '${facts.alert}'
`,
    );
  });

  it('says the same to a reader of YAML, whatever the note, and stays as Prettier would leave it', async () => {
    const piece = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.string({unit: 'grapheme'}),
      fc.constantFrom(...Array.from('\'"\\ \t\n\r:#{}[]&*!|>%@`,?-~\u0000\u0085\u2028\u202e\ufeff\uffff日本語')),
      fc.constantFrom('\n---\n', '${x}', '<b>', 'null', 'yes', 'é', '  ', 'word '.repeat(40)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, {maxLength: 8}), async (pieces) => {
        const given = {...facts, note: pieces.join(''), by: pieces.join('-')};
        const text = evidenceText(given);
        expect(parse(text)).toEqual(given);
        expect(text.split('\n')).toHaveLength(10);
        expect(await check(text, style)).toBe(true);
      }),
      {numRuns: 400},
    );
  });

  it('spells out what would turn the text around it', () => {
    expect(evidenceText({...facts, note: 'a\u202eb'})).toContain(String.raw`note: "a\u202eb"`);
  });
});

describe('the name of an evidence file', () => {
  it('is the minute in UTC and the page without its first folder', () => {
    const at = new Date('2026-11-10T12:12:59.999+09:00');
    expect(evidenceFile('runbooks/shop-down', at)).toBe('data/evidence/2026-11-10T0312Z-shop-down.yaml');
    expect(evidenceFile('procedures/db/restore', at)).toBe('data/evidence/2026-11-10T0312Z-db-restore.yaml');
  });
});
