import {describe, expect, it} from 'vitest';
import {registers} from '../../src/registers/contract.ts';
import {readRegisters} from '../../src/registers/read-registers.server.ts';
import {handbook} from '../support/sample.ts';
import {entry, oneTry, recordPages, tries} from '../support/tries.ts';

const pages = new Set(['retrospectives/records/2026-01-30-kpt']);
const read = (files: Record<string, string>): ReturnType<typeof readRegisters> => readRegisters(handbook(files), {pages});
const exception = `entries:
  - id: a
    what: {en: What., ja: 何。}
    why: {en: Why., ja: 理由。}
    owner: sre
    since: 2026-01-01
    expires: 2026-02-13
`;

describe('the registers', () => {
  it('are empty without files', () => {
    const {eol, ...lists} = read({});
    expect(Object.values(lists).flat()).toEqual([]);
    expect(Object.keys(lists)).toEqual([...Object.keys(registers), 'agendas']);
    expect(eol).toBeUndefined();
  });

  it('know where each field stands', () => {
    const [one] = read({[tries]: oneTry()}).tries;
    expect(one?.value).toMatchObject({id: 'try-20260130-1', carried: []});
    expect(one?.place('check')).toEqual({file: tries, line: 7, column: 12});
  });

  it('of this repository have no slip', () => {
    const {tries: own, exceptions, agendas} = readRegisters('.', {pages: recordPages});
    expect([own, exceptions, agendas].filter((list) => list.length === 0)).toEqual([]);
  });

  const refused = [
    {
      name: 'an id of another form, and a day that does not exist',
      files: {[tries]: oneTry('try-1').replace('2026-02-13', '2026-02-30')},
      says: [
        `${tries}:2:9 found id: "try-1", expected try-, the day and a number, such as try-20260131-1`,
        `${tries}:7:12 found check: "2026-02-30", expected a day such as 2026-01-31`,
      ],
    },
    {
      name: 'a key that is unknown',
      files: {[tries]: oneTry().replace('first_step', 'firststep')},
      says: [`${tries}:6:5 found the key "firststep", expected one of first_step`, `${tries}:2:5 found first_step: nothing`],
    },
    {
      name: 'an id twice',
      files: {[tries]: oneTry() + entry('try-20260130-1')},
      says: [`${tries}:10:9 found the id try-20260130-1 a second time, expected each name once`],
    },
    {
      name: 'a retrospective without a record',
      files: {[tries]: oneTry().replace('records/2026-01-30', 'records/2026-01-31')},
      says: [`${tries}:8:11 found from: "retrospectives/records/2026-01-31-kpt", expected the page of a retrospective`],
    },
    {
      name: 'an exception that ends before it begins',
      files: {'data/registers/exceptions.yaml': exception.replace('2026-02-13', '2025-02-13')},
      says: ['data/registers/exceptions.yaml:7:14 found expires: "2025-02-13", expected a day not before 2026-01-01'],
    },
    {
      name: 'an exception for ever',
      files: {'data/registers/exceptions.yaml': exception.replace('2026-02-13', '9999-12-31')},
      says: [
        'data/registers/exceptions.yaml:7:14 found expires: "9999-12-31", expected a day not after 2026-07-03: granted on 2026-01-01, for at most 183 days',
      ],
    },
    {
      name: 'a register that nobody reads',
      files: {'data/registers/trys.yaml': 'entries: []\n'},
      says: ['data/registers/trys.yaml:1:1 found a register of this name, expected one of tries, exceptions'],
    },
    {
      name: 'an agenda under another name',
      files: {
        'data/agendas/kpt.yaml': `id: kpt-60
title: {en: KPT, ja: KPT}
minutes: 5
group_size: {from: 2, to: 9}
boxes:
  - {id: a, title: {en: A, ja: A}, minutes: 5, text: {en: A., ja: A。}}
`,
      },
      says: ['data/agendas/kpt.yaml:1:5 found the id "kpt-60" in data/agendas/kpt.yaml, expected the name of the file'],
    },
    {name: 'an empty file', files: {[tries]: ''}, says: [`${tries}:1:1 found nothing in the file, expected entries, or no such file`]},
    {name: 'what is no YAML', files: {[tries]: 'entries: [\n'}, says: [`${tries}:2:1 found what is no YAML`]},
  ];
  it.each(refused)('refuse $name', ({files, says}) => {
    let message = '';
    try {
      read(files);
    } catch (error) {
      message = String(error);
    }
    for (const line of says) expect(message).toContain(line);
    expect(message.trim().split('\n')).toHaveLength(says.length + 1);
  });
});
