import {globSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {registers as shapes} from '../../src/registers/contract.ts';
import {readRegisters} from '../../src/registers/read-registers.server.ts';
import type {RegisterFacts} from '../../src/registers/register-facts.ts';
import {standingOf} from '../../src/registers/standing.ts';
import {registerFacts} from '../../src/registers/tables.ts';
import {readEvidence} from '../../src/runbook/evidence/read-evidence.server.ts';
import {brokenData, registersOf, sampleDay, sampleRoot} from '../support/registers.ts';
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
  return registerFacts({registers, evidence: [], catalog: readCatalog(root), today: '2026-02-01'}, {language, asOf: undefined});
}

describe('what a register shows', () => {
  it('is in the language of the page, and a Try in its own', () => {
    expect(facts('ja').exceptions.rows).toMatchObject([{status: 'holds', due: '2026-02-13', cells: {what: '監視しない。', owner: 'sre'}}]);
    expect(facts('en').exceptions.columns.map(({title}) => title)).toEqual(['Exception', 'Service', 'Why', 'Owner', 'Since', 'Last day']);
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
          carried: '2026-02-13',
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

const registers = registersOf('.');
const evidence = readEvidence(sampleRoot(), {pages: new Set(['procedures/restore-database'])});
const sources = {registers, evidence, catalog: readCatalog('.'), today: sampleDay};
const sample = {
  en: registerFacts(sources, {language: 'en', asOf: sampleDay}),
  ja: registerFacts(sources, {language: 'ja', asOf: sampleDay}),
};
/** Rows as a reader sees them: where each stands, and some of its cells. */
const seen = ({rows}: RegisterFacts, ...columns: readonly string[]): unknown[][] =>
  rows.map((row) => [standingOf(row, sampleDay), ...columns.map((id) => row.cells[id])]);

describe('the tables of this handbook', () => {
  it('are there for each register, and for every name that a page gives', () => {
    const names = Object.keys(sample.en);
    expect(Object.keys(shapes).filter((name) => !names.includes(name))).toEqual(['practices']);
    const pages = globSync(['docs/**/*.mdx', 'i18n/ja/docusaurus-plugin-content-docs/current/**/*.mdx']);
    const used = pages.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/<Register name="([^"]*)"/g)].map(([, name = '']) => ({file, name})),
    );
    expect(used.length).toBeGreaterThan(40);
    expect(used.filter(({name}) => !names.includes(name))).toEqual([]);
  });

  it('have rows, a first cell in each, and no id twice, in both languages', () => {
    const faults = [...Object.entries(sample.en), ...Object.entries(sample.ja)].flatMap(([name, {columns, rows}]) => {
      const unnamed = rows.filter(({cells}) => (cells[columns[0]?.id ?? ''] ?? '') === '').map(({id}) => `${name} without a name: ${id}`);
      const twice = rows.length === new Set(rows.map(({id}) => id)).size ? [] : [`${name} with an id twice`];
      return [...unnamed, ...twice, ...(rows.length === 0 ? [`${name} without a row`] : [])];
    });
    expect(faults).toEqual([]);
  });

  it('show a drill that was never done first, and a good one until its day', () => {
    expect(seen(sample.en.drills, 'store', 'at', 'minutes', 'until')).toEqual(
      expect.arrayContaining([
        ['never', 'photo-store', undefined, undefined, undefined],
        ['fresh', 'lending-db', '2026-09-24', 88, '2027-01-02'],
      ]),
    );
    expect(seen(sample.ja.drills)[0]).toEqual(['never']);
    const db = sample.en.drills.rows.find(({id}) => id === 'lending-db-drill');
    expect(standingOf(db ?? {}, '2027-01-03')).toBe('stale');
    expect(seen(sample.ja.stores, 'store', 'copies')).toContainEqual([
      'fresh',
      'lending-db',
      '5分ごと、35日保存。別のゾーンと、別のアカウント。',
    ]);
  });

  it('show a failed drill until one has worked', () => {
    const [failed] = evidence;
    const {rows} = registerFacts({...sources, evidence: failed === undefined ? [] : [failed]}, {language: 'en', asOf: sampleDay}).drills;
    expect(rows.map(({id, status}) => `${id} ${status}`)).toContain('lending-db-drill failed');
  });

  it('warn of a version before its support ends, and name an end that nobody has named', () => {
    expect(seen(sample.en.versions, 'component', 'end')).toEqual(
      expect.arrayContaining([
        ['ending', 'session-cache', {text: '2027-01-31', to: 'https://endoflife.date/amazon-elasticache-redis'}],
        ['supported', 'lending-db', {text: '2029-11-08', to: 'https://endoflife.date/postgresql'}],
        ['supported', 'event-queue', {text: 'No end named', to: 'https://endoflife.date/amazon-mq-rabbitmq'}],
      ]),
    );
    expect(seen(sample.ja.versions, 'end')).toContainEqual([
      'supported',
      {text: '未発表', to: 'https://endoflife.date/amazon-mq-rabbitmq'},
    ]);
    expect(seen(sample.ja.versions, 'end').filter(([, end]) => typeof end !== 'object')).toEqual([]);
    expect(sample.en.versions.columns.map(({title}) => title)).toContain(`Supported until, as of ${registers.eol?.as_of}`);
    expect(sample.ja.versions.columns.map(({title}) => title)).toContain(`サポート終了日（${registers.eol?.as_of}時点）`);
    const unread = registerFacts({...sources, registers: {...registers, eol: undefined}}, {language: 'ja', asOf: sampleDay}).versions;
    expect(new Set(unread.rows.map(({status}) => status))).toEqual(new Set(['unknown']));
  });

  it('draw each entry that lint calls lapsed as one', () => {
    const root = brokenData([
      {file: 'registers/versions.yaml', from: /patched: \S+/g, to: 'patched: 2020-01-01'},
      {file: 'registers/debt.yaml', from: /since: \S+\n +reviewed: \S+/g, to: 'since: 2020-01-01\n    reviewed: 2020-01-01'},
      {file: 'registers/measures.yaml', from: /at: 2026-/g, to: 'at: 2020-'},
      {file: 'registers/maturity.yaml', from: /at: 2026-11-13/g, to: 'at: 2026-05-20'},
    ]);
    const old = registerFacts({...sources, registers: registersOf(root)}, {language: 'en', asOf: sampleDay});
    const standings = (name: 'versions' | 'debt' | 'measures' | 'maturity'): Set<unknown> => new Set(seen(old[name]).flat());
    expect(standings('versions')).toEqual(new Set(['stale']));
    expect(standings('debt')).toEqual(new Set(['overdue', 'done']));
    // Some are worked out from releases, which are as new as ever.
    expect(standings('measures')).toContain('stale');
    expect(standings('maturity')).toEqual(new Set(['stale']));
  });

  it('compare a bill with that of the month before, and with no other', () => {
    const from = / +- \{ month: 2026-09, yen: 292000.*\n/;
    const {cost} = registerFacts(
      {...sources, registers: registersOf(brokenData([{file: 'registers/cost.yaml', from, to: ''}]))},
      {language: 'en', asOf: sampleDay},
    );
    expect(cost.rows.find(({id}) => id === 'search-2026-10')?.cells['change']).toBeUndefined();
    expect(cost.rows.find(({id}) => id === 'search-2026-08')?.cells['change']).toEqual(expect.any(Number));
  });

  it('let only the last load test of a service speak, and call too little of it work', () => {
    expect(seen(sample.en['load-tests'], 'service', 'at', 'times', 'rows')).toEqual([
      ['fresh', 'web-front', '2026-10-22', 5.2, 99],
      ['fresh', 'lending-api', '2026-10-22', 2.2, 99],
      ['warning', 'search', '2026-09-10', 1.3, 95],
      ['past', 'lending-api', '2026-06-18', 1.7, 47],
    ]);
  });

  it('count the roles that can operate a service, and do not call it fine without an entry', () => {
    expect(seen(sample.en.operators, 'service', 'able')).toContainEqual(['warning', 'legacy-reports', expect.any(Number)]);
    const nobody = registerFacts({...sources, registers: {...registers, operators: []}}, {language: 'en', asOf: sampleDay}).operators;
    expect(new Set(nobody.rows.map(({status}) => status))).toEqual(new Set(['unknown']));
  });

  it('have no state where facts have none', () => {
    expect(new Set(seen(sample.ja.history))).toEqual(new Set([[undefined], [undefined], [undefined]]));
  });
});
