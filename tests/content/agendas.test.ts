import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {readRegisters} from '../../src/registers/read-registers.server.ts';
import {ja} from '../support/sample.ts';

const {agendas} = readRegisters('.', {pages: new Set(['retrospectives/records/2026-11-13-kpt'])});
const boxesOf = (id: string, language: 'en' | 'ja'): string[] =>
  agendas.find(({value}) => value.id === id)?.value.boxes.map((box) => `${box.title[language]} ${box.minutes}`) ?? [];

describe('the time boxes on the KPT page', () => {
  it.each(['en', 'ja'] as const)('are those of data/agendas, in %s', (language) => {
    const text = readFileSync(`${language === 'en' ? 'docs' : ja}/retrospectives/kpt.mdx`, 'utf8');
    const [, section = ''] = /\{\/\* #time-boxes \*\/\}([\s\S]*?)\n## /.exec(text) ?? [];
    const rows = section
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .filter(([, title = '', long = '']) => /^\d+$/.test(long) && !title.startsWith('**'));
    expect(rows.map(([, title, long]) => `${title} ${long}`)).toEqual(boxesOf('kpt-60', language));
    expect(rows.map(([, title, , short]) => `${title} ${short}`)).toEqual(boxesOf('kpt-30', language));
  });
});
