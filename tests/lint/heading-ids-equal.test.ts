import {describe, expect, it} from 'vitest';
import {headingIdsEqual} from '../../src/lint/catalog/heading-ids-equal.ts';
import {lintFiles, page} from '../support/lint.ts';
import {ja} from '../support/sample.ts';

const en = '## One {/* #one */}\n\n### Two {/* #two */}\n\n##### Free\n';
const check = (original: string, translation: string): string[] =>
  lintFiles(headingIdsEqual, {'docs/a/page.mdx': original, [`${ja}/a/page.mdx`]: translation});

describe('heading-ids-equal', () => {
  it('accepts the same ids under other words', () => {
    expect(check(en, '## 一 {/* #one */}\n\n### 二 {/* #two */}\n')).toEqual([]);
  });

  it('accepts a page that has no translation: that is the concern of translation-exists', () => {
    expect(lintFiles(headingIdsEqual, {'docs/a/page.mdx': en})).toEqual([]);
  });

  const refused = [
    {
      name: 'a heading without an id',
      translation: '## 一 {/* #one */}\n\n### 二 {/* #two */}\n\n#### 三\n',
      messages: [`${ja}/a/page.mdx:5:1 Unexpected heading "三" without an id, expected {/* #id */} after it`],
    },
    {
      name: 'another id',
      translation: '## 一 {/* #one */}\n\n### 二 {/* #zwei */}\n',
      messages: [`${ja}/a/page.mdx:3:1 Unexpected heading h3 "zwei", expected h3 "two" as in docs/a/page.mdx:3`],
    },
    {
      name: 'another depth',
      translation: '## 一 {/* #one */}\n\n## 二 {/* #two */}\n',
      messages: [`${ja}/a/page.mdx:3:1 Unexpected heading h2 "two", expected h3 "two" as in docs/a/page.mdx:3`],
    },
    {
      name: 'a heading that is missing',
      translation: '## 一 {/* #one */}\n',
      messages: [`${ja}/a/page.mdx:1:1 Unexpected end of the headings, expected h3 "two" as in docs/a/page.mdx:3`],
    },
    {
      name: 'one heading more',
      translation: '## 一 {/* #one */}\n\n### 二 {/* #two */}\n\n## 三 {/* #three */}\n',
      messages: [`${ja}/a/page.mdx:5:1 Unexpected heading h2 "three", expected no further heading, as in docs/a/page.mdx`],
    },
    {
      name: 'an id twice',
      translation: '## 一 {/* #one */}\n\n### 二 {/* #one */}\n',
      messages: [`${ja}/a/page.mdx:3:1 Unexpected id "one" a second time, expected each id once in a page`],
    },
  ];
  it.each(refused)('refuses $name', ({translation, messages}) => {
    expect(check(en, translation)).toEqual(messages);
  });

  it('leaves the sections of a runbook to the rule about them', () => {
    const original = page('runbook', '## Meaning {/* #meaning */}\n\n### More {/* #more */}\n');
    expect(check(original, page('runbook', '## 意味\n\n### 詳細 {/* #more */}\n'))).toEqual([]);
    expect(check(original, page('runbook', '## 意味 {/* #meaning */}\n\n### 詳細\n'))).toEqual([
      `${ja}/a/page.mdx:11:1 Unexpected heading "詳細" without an id, expected {/* #id */} after it`,
    ]);
  });
});
