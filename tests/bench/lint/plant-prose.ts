import type {Page} from '../../../src/lint/repository.ts';
import {insertBlock, insertWord} from './edit.ts';
import {onPage, type Edit, type Planter} from './fault.ts';
import type {Random} from './random.ts';

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits = '0123456789';
const letters = upper + upper.toLowerCase() + digits;

/** Nothing that looks like a key stands in this file: each is made when it is planted. */
const secrets: readonly ((random: Random) => string)[] = [
  (random) => ['AK', 'IA', random.letters(16, `${upper}234567`)].join(''),
  (random) => ['gh', 'p_', random.letters(36, letters)].join(''),
  (random) => ['xo', 'xb-', random.letters(12, digits), '-', random.letters(12, digits), '-', random.letters(24, letters)].join(''),
  (random) => ['https://shop:', random.letters(20, letters), '@db.example.org/shop'].join(''),
  (random) => ['sk', '_live_', random.letters(24, letters)].join(''),
  (random) => ['np', 'm_', random.letters(36, letters)].join(''),
];

/** Faults of words and of what must not be told. */
export const prosePlanters: readonly Planter[] = [
  onPage('no-stub', 'text that is not written yet', (page, random) =>
    insertBlock(page, random, [
      random.pick(page.language === 'ja' ? ['準備中', 'この節は後で書く。', 'TODO: 手順'] : ['TODO: say more.', 'Coming soon.', 'TBD']) ??
        'TODO',
    ]),
  ),
  onPage('no-stub', 'a note to oneself', (page, random) => insertWord(page, random, random.pick(['FIXME', 'TBD']) ?? 'TBD')),
  onPage('no-secret', 'a key in a fence', (page, random) => {
    const secret = random.pick(secrets)?.(random) ?? '';
    return insertBlock(page, random, ['```text', `token = ${secret}`, '```']);
  }),
  onPage('no-secret', 'a key in prose', (page, random) =>
    insertBlock(page, random, [`It works with \`${random.pick(secrets)?.(random)}\` as well.`]),
  ),
  spelling('en'),
  spelling('ja'),
  english('retext/repeated-words', 'a word twice', ['the the', 'is is', 'with with']),
  english('retext/indefinite-article', 'a before a vowel', ['a alert', 'a error', 'an page']),
  english('retext/redundant-acronyms', 'an acronym and its last word', ['the PIN number', 'an ATM machine']),
];

/** A spelling that the glossary refuses. */
function spelling(language: 'en' | 'ja'): Planter {
  const words =
    language === 'en' ? ['post-mortem', 'run book', 'playbook', 'oncall'] : ['サーバ', 'ユーザ', 'ポストモルテム', 'エラー予算'];
  return onPage('term-spelling', `a spelling that the glossary refuses, ${language}`, (page, random, tree) => {
    const glossary = tree.data.get('data/glossary.yaml') ?? '';
    const refused = words.filter((word) => new RegExp(`not:.*[\\[,' ]${word}[\\],' ]`).test(glossary));
    const word = random.pick(refused);
    return page.language !== language || word === undefined ? undefined : sentence(page, random, word);
  });
}

function sentence(page: Page, random: Random, word: string): Edit | undefined {
  return insertBlock(page, random, [page.language === 'ja' ? `担当者は${word}を見ます。` : `Whoever is there looks at the ${word} first.`]);
}

function english(rule: string, name: string, phrases: readonly string[]): Planter {
  return onPage(rule, name, (page, random) => {
    const phrase = random.pick(phrases);
    return page.language === 'en' && phrase !== undefined ? insertBlock(page, random, [`Then we see ${phrase} again.`]) : undefined;
  });
}
