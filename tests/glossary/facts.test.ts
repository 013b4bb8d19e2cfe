import {describe, expect, it} from 'vitest';
import {Term} from '../../src/glossary/contract.ts';
import {glossaryFacts, termFacts} from '../../src/glossary/facts.ts';
import {readGlossary} from '../../src/glossary/read-glossary.server.ts';

const term = (id: string, en: string, ja: string, reading: string): Term =>
  Term.parse({id, en, ja, reading, means: {en: `${en} means.`, ja: `${ja}の意味。`}, not: {en: ['x-y'], ja: ['ペケ', 'バツ']}});
const drill = term('drill', 'drill', '訓練', 'くんれん');
const alert = term('alert', 'alert', 'アラート', 'あらーと');
const slo = term('slo', 'SLO', 'SLO', 'えすえるおー');

describe('a word of the glossary', () => {
  it('has its reading in Japanese where it is more than kana, and the other language where that differs', () => {
    expect(termFacts(drill, 'ja')).toMatchObject({term: '訓練', other: 'drill', reading: 'くんれん'});
    expect(termFacts(alert, 'ja')).toMatchObject({other: 'alert', reading: undefined});
    expect(termFacts(slo, 'ja')).toMatchObject({other: undefined, reading: 'えすえるおー', means: 'SLOの意味。'});
    expect(termFacts(drill, 'en')).toMatchObject({term: 'drill', other: '訓練', reading: undefined, means: 'drill means.'});
  });
});

describe('the table of the glossary', () => {
  const ids = (language: 'en' | 'ja'): string[] => glossaryFacts([drill, slo, alert], language).rows.map(({id}) => id);

  it('is ordered by letters in English and by readings in Japanese', () => {
    expect(ids('en')).toEqual(['alert', 'drill', 'slo']);
    expect(ids('ja')).toEqual(['alert', 'slo', 'drill']);
  });

  it('names what is not written, and the language of each column', () => {
    const {columns, rows} = glossaryFacts([drill], 'ja');
    expect(rows[0]?.cells).toMatchObject({term: '訓練', reading: 'くんれん', other: 'drill', not: 'ペケ、バツ'});
    expect(columns.map(({lang}) => lang)).toEqual([undefined, undefined, undefined, 'en', undefined]);
  });
});

describe('the glossary of this repository', () => {
  const terms = readGlossary('.')?.value.terms ?? [];

  it('has words enough for somebody new', () => {
    expect(terms.length).toBeGreaterThanOrEqual(80);
  });

  it('says each meaning in a sentence or two, in both languages', () => {
    const odd = terms.filter(({means: {en, ja}}) => !/^[^.].*\.$/.test(en) || !ja.endsWith('。') || en.length > 130 || ja.length > 80);
    expect(odd.map(({id}) => id)).toEqual([]);
  });
});
