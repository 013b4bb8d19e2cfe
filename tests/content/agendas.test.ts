import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import type {Agenda} from '../../src/registers/contract.ts';
import {readRegisters} from '../../src/registers/read-registers.server.ts';
import {ja} from '../support/sample.ts';
import {recordPages} from '../support/tries.ts';

const {agendas} = readRegisters('.', {pages: recordPages});
const languages = ['en', 'ja'] as const;
type Language = (typeof languages)[number];

function agenda(id: string): Agenda {
  const found = agendas.find(({value}) => value.id === id);
  if (found === undefined) throw new Error(`no agenda ${id}`);
  return found.value;
}

const boxesOf = (id: string, language: Language): string[] => agenda(id).boxes.map((box) => `${box.title[language]} ${box.minutes}`);

function section(page: string, id: string, language: Language): string {
  const text = readFileSync(`${language === 'en' ? 'docs' : ja}/retrospectives/${page}.mdx`, 'utf8');
  return new RegExp(String.raw`\{/\* #${id} \*/\}([\s\S]*?)(?:\n## |$)`).exec(text)?.[1] ?? '';
}

/** The rows whose second cell is a number, without the total. */
function rowsOf(text: string): string[][] {
  return text
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, title = '', minutes = '']) => /^\d+$/.test(minutes) && !title.startsWith('**'));
}

describe.each(languages)('the time boxes of the pages, in %s,', (language) => {
  it.each([
    {page: 'kpt', id: 'time-boxes', columns: ['kpt-60', 'kpt-30']},
    {page: 'time-allocation', id: 'why', columns: ['kpt-60', 'kpt-30']},
    {page: 'evening-meeting', id: 'boxes', columns: ['evening-15']},
    {page: 'formats', id: 'kpta', columns: ['kpta-60']},
    {page: 'formats', id: 'ywt', columns: ['ywt-45']},
    {page: 'formats', id: 'timeline', columns: ['timeline-60']},
  ])('are those of data/agendas: $page#$id', ({page, id, columns}) => {
    const rows = rowsOf(section(page, id, language));
    expect(columns.map((_, n) => rows.map((cells) => `${cells[1]} ${cells[2 + n]}`))).toEqual(
      columns.map((column) => boxesOf(column, language)),
    );
  });

  it.each([
    {id: 'kpt-60', from: 'kpt-60'},
    {id: 'kpt-30', from: 'kpt-30'},
    {id: 'incident', from: 'timeline-60'},
  ])('are those of data/agendas in the lines to paste: $id', ({id, from}) => {
    const lines = section('templates', id, language)
      .split('\n')
      .filter((line) => /^\d+(?: min|分)\t/.test(line));
    const unit = language === 'en' ? ' min' : '分';
    expect(lines).toEqual(agenda(from).boxes.map((box) => [`${box.minutes}${unit}`, box.title[language], box.text[language]].join('\t')));
  });

  it('leave twenty seconds for reading a card', () => {
    const cardsIn = (id: string, people: number): string => {
      const {boxes, group_size: size} = agenda(id);
      const minutes = boxes.find((box) => box.id === 'grouping')?.minutes ?? 0;
      return people <= size.to ? String(Math.floor((minutes * 3) / people)) : '–';
    };
    const {from, to} = agenda('kpt-60').group_size;
    const people = Array.from({length: to - from + 1}, (_, n) => from + n);
    expect(rowsOf(section('time-allocation', 'size', language)).map(([, first, long, short]) => [first, long, short])).toEqual(
      people.map((n) => [String(n), cardsIn('kpt-60', n), cardsIn('kpt-30', n)]),
    );
  });
});

it('gives a rota roles that exist', () => {
  const roles = new Set([...readCatalog('.').teams.values()].flatMap(({members}) => members.map((member) => `@${member}`)));
  expect(agendas.flatMap(({value: {rota = []}}) => rota).filter((role) => !roles.has(role))).toEqual([]);
});
