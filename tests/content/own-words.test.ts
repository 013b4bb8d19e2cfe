import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {ja} from '../support/sample.ts';

/** What a page says itself, without front matter, code, tables, words in angle brackets and comments. */
function ownWords(text: string): string {
  return text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replaceAll(/^(?:`{3,}|~{3,})[\s\S]*?^(?:`{3,}|~{3,})$/gm, '')
    .replaceAll(/^\s*\|.*$/gm, '')
    .replaceAll(/\{\/\*[\s\S]*?\*\/\}/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\]\([^)]*\)/g, ']');
}

const folders = {en: 'docs', ja} as const;
const pagesOf = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((file) => /\.mdx?$/.test(file));
const isIndex = (page: string): boolean => page.endsWith('index.mdx');
const judged = pagesOf(folders.en).filter((page) => /^(mission|guidelines)\//.test(page) && !isIndex(page));
const read = (language: keyof typeof folders, page: string): string => ownWords(readFileSync(join(folders[language], page), 'utf8'));

describe('every page of mission and guidelines', () => {
  it.each(judged)('has something to say: %s', (page) => {
    const words = read('en', page).match(/[A-Za-z0-9][\w'’.-]*/g)?.length ?? 0;
    const signs = read('ja', page).match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]/gu)?.length ?? 0;
    expect(words, 'words in English').toBeGreaterThanOrEqual(250);
    expect(signs, 'kana and kanji in Japanese').toBeGreaterThanOrEqual(450);
  });
});

it.each(['en', 'ja'] as const)('none of them shares a paragraph with another page, in %s', (language) => {
  const isOurs = (page: string): boolean => /^(mission|guidelines)\//.test(page);
  const seen = new Map<string, string>();
  const shared: string[] = [];
  for (const page of pagesOf(folders[language])) {
    for (const paragraph of new Set(read(language, page).split(/\n\s*\n/))) {
      const plain = paragraph.replaceAll(/[\s#>*_`[\]-]+/g, ' ').trim();
      // Shorter ones are headings and pointers.
      if (plain.length < (language === 'en' ? 80 : 40)) continue;
      const before = seen.get(plain);
      if (before !== undefined && (isOurs(before) || isOurs(page))) shared.push(`${before} and ${page}: ${plain.slice(0, 80)}`);
      seen.set(plain, before ?? page);
    }
  }
  expect(shared).toEqual([]);
});
