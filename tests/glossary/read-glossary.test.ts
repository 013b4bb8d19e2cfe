import {describe, expect, it} from 'vitest';
import {SlipError} from '../../src/catalog/slip.ts';
import {readGlossary} from '../../src/glossary/read-glossary.server.ts';
import {handbook} from '../support/sample.ts';

const term = (more = ''): string => `  - {id: slo, en: SLO, ja: SLO, reading: えすえるおー, means: {en: A share., ja: 割合。}${more}}\n`;

function slips(text: string): string[] {
  try {
    readGlossary(handbook({'data/glossary.yaml': text}));
    return [];
  } catch (error) {
    if (!(error instanceof SlipError)) throw error;
    return error.slips.map(({file, line, column, found, expected}) => `${file}:${line}:${column} ${found}, ${expected}`);
  }
}

describe('the glossary', () => {
  it('is this repository’s own, without a slip', () => {
    expect(readGlossary('.')?.value.terms.length).toBeGreaterThan(24);
  });

  it('knows where its terms stand', () => {
    const {source, value} = readGlossary(handbook({'data/glossary.yaml': `terms:\n${term()}`})) ?? {};
    expect(value?.terms[0]?.not).toEqual({en: [], ja: []});
    expect(source?.place(['terms', 0, 'ja'])).toEqual({file: 'data/glossary.yaml', line: 2, column: 28});
  });

  it('may be missing', () => {
    expect(readGlossary(handbook())).toBeUndefined();
  });

  it.each([
    {name: 'no YAML', text: 'terms: [\n', say: /no YAML/},
    {name: 'nothing', text: '', say: /1:1 nothing in the file/},
    {name: 'a second document', text: `terms:\n${term()}---\nterms: []\n`, say: /4:1 a second document/},
    {name: 'a key that is not known', text: `terms:\n${term(', note: x')}`, say: /the key "note"/},
    {
      name: 'a reading that is not hiragana',
      text: `terms:\n${term().replace('えすえるおー', 'エスエルオー')}`,
      say: /2:42 reading.*hiragana/,
    },
    {name: 'an id twice', text: `terms:\n${term()}${term()}`, say: /^data\/glossary\.yaml:3:10 id: "slo", each id once$/},
    {
      name: 'a spelling that is used and not used',
      text: `terms:\n${term(', not: {en: [slo]}')}`,
      say: /2:93 en: "slo", .*the word of slo$/,
    },
    {
      name: 'a word of two terms',
      text: `terms:\n${term()}${term().replace('id: slo, en: SLO', 'id: target, en: target')}`,
      say: /3:34 ja: "SLO", each word once; slo has it$/,
    },
    {
      name: 'a spelling that is the word of another',
      text: `terms:\n${term()}${term(', not: {ja: [SLO]}').replace('id: slo, en: SLO, ja: SLO', 'id: target, en: target, ja: 目標')}`,
      say: /3:\d+ ja: "SLO", a spelling that nobody uses; it is the word of slo$/,
    },
  ])('refuses $name', ({text, say}) => {
    expect(slips(text)).toEqual([expect.stringMatching(say)]);
  });
});
