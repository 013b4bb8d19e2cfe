import {describe, expect, it} from 'vitest';
import {agendaAddsUp} from '../../src/lint/catalog/agenda-adds-up.ts';
import {lintFiles} from '../support/lint.ts';

const file = 'data/agendas/evening-15.yaml';
const text = {en: 'Text.', ja: '文。'};
const agenda = (...boxes: readonly (readonly [id: string, minutes: number])[]): Record<string, string> => ({
  [file]: `id: evening-15
title: {en: Evening, ja: 夕会}
minutes: 15
group_size: {from: 2, to: 9}
boxes:
${boxes.map(([id, minutes]) => `  - ${JSON.stringify({id, minutes, title: text, text})}\n`).join('')}`,
});

describe('agenda-adds-up', () => {
  it('accepts boxes that fill the meeting', () => {
    expect(lintFiles(agendaAddsUp, agenda(['state', 10], ['chat', 5]))).toEqual([]);
  });

  it('accepts tenths of a minute, which do not add up in binary', () => {
    expect(lintFiles(agendaAddsUp, agenda(['state', 14.7], ['chat', 0.1], ['end', 0.2]))).toEqual([]);
  });

  it('refuses boxes that take longer', () => {
    expect(lintFiles(agendaAddsUp, agenda(['state', 10], ['chat', 6]))).toEqual([
      `${file}:3:10 Unexpected 15 minutes of boxes that add up to 16, expected the same`,
    ]);
  });

  it('refuses a box without time, and one that is there twice', () => {
    expect(lintFiles(agendaAddsUp, agenda(['state', 15], ['state', 0]))).toEqual([
      `${file}:7:11 Unexpected box "state" a second time, expected each id once`,
      `${file}:7:29 Unexpected box of 0 minutes, expected at least one`,
    ]);
  });
});
