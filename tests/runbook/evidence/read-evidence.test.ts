import {describe, expect, it} from 'vitest';
import {readEvidence} from '../../../src/runbook/evidence/read-evidence.server.ts';
import {noSteps} from '../../../src/runbook/evidence/hashes.ts';
import {evidenceText, type EvidenceFacts} from '../../../src/runbook/evidence/text.ts';
import {handbook} from '../../support/sample.ts';

const facts: EvidenceFacts = {
  page: 'runbooks/shop-down',
  kind: 'drill',
  by: 'sre-primary',
  outcome: 'worked',
  minutes: 12,
  note: '',
  lang: 'en',
  steps: 'a'.repeat(64),
  alert: 'b'.repeat(64),
};
const name = 'data/evidence/2026-03-01T0312Z-shop-down.yaml';
const pages = new Set(['runbooks/shop-down', 'procedures/db/restore']);
const now = Date.parse('2026-06-01T00:00Z');
const read = (files: Readonly<Record<string, string>>): unknown => readEvidence(handbook(files), {pages, now});

describe('evidence', () => {
  it('is none without a folder, and a README is none', () => {
    expect(read({})).toEqual([]);
    expect(read({'data/evidence/README.md': '# Evidence\n'})).toEqual([]);
  });

  it('is read oldest first, with its moment', () => {
    const restore = 'data/evidence/2026-02-28T2359Z-db-restore.yaml';
    expect(read({[name]: evidenceText(facts), [restore]: evidenceText({...facts, page: 'procedures/db/restore'})})).toEqual([
      {...facts, page: 'procedures/db/restore', file: restore, at: '2026-02-28T23:59Z'},
      {...facts, file: name, at: '2026-03-01T03:12Z'},
    ]);
  });

  it.each([
    [
      'a key that is unknown',
      `${evidenceText(facts)}reviewed: 2026-03-01\n`,
      `${name}:10:1 found the key "reviewed", expected one of kind, page, outcome, minutes, note, steps, alert, by, lang`,
    ],
    ['a field that is missing', evidenceText(facts).replace(/by: .*\n/, ''), 'found by: nothing, expected'],
    [
      'a person',
      evidenceText({...facts, by: 'Jane Doe'}),
      `${name}:3:5 found by: "Jane Doe", expected a role such as sre-primary, never a person`,
    ],
    ['a failure without a word', evidenceText({...facts, outcome: 'failed'}), `${name}:6:7 found note: "", expected what went otherwise`],
    ['half a minute', evidenceText({...facts, minutes: 0.5}), `${name}:5:10 found minutes: 0.5`],
    ['a hash that is none', evidenceText({...facts, steps: 'A'.repeat(64)}), 'expected a sha256'],
    ['the hash of a page without steps', evidenceText({...facts, steps: noSteps}), `${name}:8:8 found the hash of a page without steps`],
    [
      'a page that is not there',
      evidenceText({...facts, page: 'runbooks/shop-up'}),
      `${name}:1:7 found the page "runbooks/shop-up", expected a runbook or procedure`,
    ],
    ['nothing', '', `${name}:1:1 found nothing in the file, expected a use of a page`],
    ['two uses', `${evidenceText(facts)}---\n${evidenceText(facts)}`, 'found a second document, expected one'],
    ['what is no YAML', 'page: [', 'found what is no YAML'],
  ])('refuses %s', (_, text, message) => {
    expect(() => read({[name]: text})).toThrow(message);
  });

  it.each([
    ['another page', 'data/evidence/2026-03-01T0312Z-shop-up.yaml', 'such as 2026-11-10T0312Z-shop-down.yaml'],
    ['no minute', 'data/evidence/2026-03-01-shop-down.yaml', 'found the name 2026-03-01-shop-down.yaml'],
    ['a day that is none', 'data/evidence/2026-02-30T0312Z-shop-down.yaml', 'found the name 2026-02-30T0312Z-shop-down.yaml'],
    ['an hour that is none', 'data/evidence/2026-03-01T2512Z-shop-down.yaml', 'found the name'],
    ['another ending', 'data/evidence/2026-03-01T0312Z-shop-down.yml', 'found the name'],
    ['a moment that is yet to come', 'data/evidence/2026-06-01T0101Z-shop-down.yaml', 'found 2026-06-01T01:01Z, which is yet to come'],
  ])('refuses a name with %s', (_, file, message) => {
    expect(() => read({[file]: evidenceText(facts)})).toThrow(message);
  });

  it('forgives a clock that is a little ahead', () => {
    expect(read({'data/evidence/2026-06-01T0059Z-shop-down.yaml': evidenceText(facts)})).toHaveLength(1);
  });

  it('reports the slips of all files at once', () => {
    const other = 'data/evidence/2026-03-02T0312Z-shop-down.yaml';
    expect(() => read({[name]: evidenceText({...facts, by: 'X'}), [other]: evidenceText({...facts, minutes: -1})})).toThrow(
      '2 slips to mend',
    );
  });
});
