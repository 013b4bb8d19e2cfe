import {describe, expect, it} from 'vitest';
import {Glossary} from '../../src/glossary/contract.ts';
import {misspelledIn} from '../../src/glossary/find-misspelled.ts';

const means = {en: 'It.', ja: 'それ。'};
const {terms} = Glossary.parse({
  terms: [
    {id: 'runbook', en: 'runbook', ja: 'ランブック', reading: 'らんぶっく', not: {en: ['run book', 'run-book']}, means},
    {id: 'server', en: 'server', ja: 'サーバー', reading: 'さーばー', not: {ja: ['サーバ']}, means},
    {id: 'tools', en: 'C++ (tools)', ja: '道具', reading: 'どうぐ', not: {en: ['C+.']}, means},
  ],
});

function say(language: 'en' | 'ja', words: string): string[] {
  return misspelledIn(terms, language)(words).map(({start, found, expected}) => `${start} ${found} → ${expected}`);
}

describe('spellings that the glossary does not use', () => {
  it('are found in English with a plural, in any case and over the end of a line', () => {
    expect(say('en', 'Run books and a run-book, a run\nbook.')).toEqual([
      '0 Run books → Runbooks',
      '16 run-book → runbook',
      '28 run\nbook → runbook',
    ]);
  });

  it('are whole words in English', () => {
    expect(say('en', 'They rerun books, run bookings and a/run-book of run-book-1.')).toEqual(['37 run-book → runbook']);
  });

  it('are found in Japanese anywhere but inside the right spelling', () => {
    expect(say('ja', 'サーバーとWebサーバとサーバ')).toEqual(['8 サーバ → サーバー', '12 サーバ → サーバー']);
  });

  it('may hold signs that a pattern would read otherwise', () => {
    expect(say('en', 'Of C+. and Cab.')).toEqual(['3 C+. → C++ (tools)']);
  });

  it('stay as they are in quotes and in the names of components', () => {
    expect(say('en', 'It said "run book not found" and “Run book” in RunBook, and runBook.')).toEqual([]);
  });

  it('are of one language only', () => {
    expect(say('ja', 'run book')).toEqual([]);
    expect(say('en', 'サーバ')).toEqual([]);
  });
});
