import {describe, expect, it} from 'vitest';
import {translationExists} from '../../src/lint/catalog/translation-exists.ts';
import {lintFiles, page} from '../support/lint.ts';
import {ja, sound} from '../support/sample.ts';

describe('translation-exists', () => {
  it('accepts a page in both languages', () => {
    expect(lintFiles(translationExists, {'docs/a.mdx': 'Text.\n', [`${ja}/a.mdx`]: '文。\n'})).toEqual([]);
  });

  it('accepts a record in the language of those who were there', () => {
    expect(lintFiles(translationExists, {'docs/records/a.md': page('retro-record', 'Text.', 'lang: ja\n')})).toEqual([]);
  });

  it('asks for the languages of data/site.yaml only', () => {
    const site = (sound['data/site.yaml'] ?? '').replace('[en, ja]', '[en]');
    expect(lintFiles(translationExists, {'data/site.yaml': site, 'docs/a.mdx': 'Text.\n'})).toEqual([]);
  });

  it('refuses a page in English only', () => {
    expect(lintFiles(translationExists, {'docs/b/a.mdx': 'Text.\n'})).toEqual([
      `docs/b/a.mdx:1:1 Unexpected page in en only, expected ${ja}/b/a.mdx as well`,
    ]);
  });

  it('refuses a page in Japanese only', () => {
    expect(lintFiles(translationExists, {[`${ja}/b/a.mdx`]: '文。\n'})).toEqual([
      `${ja}/b/a.mdx:1:1 Unexpected page in ja only, expected docs/b/a.mdx as well`,
    ]);
  });
});
