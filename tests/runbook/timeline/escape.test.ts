import {remark} from './read-mdx.ts';
import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {escapeLine, escapeLines, fence} from '../../../src/runbook/timeline/escape.ts';

describe('words in Markdown', () => {
  it.each([
    ['*bold* _under_ ~~gone~~', String.raw`\*bold\* \_under\_ \~\~gone\~\~`],
    ['<Pod> {limit} & more', String.raw`\<Pod\> \{limit\} \& more`],
    ['(https://example.test/a_b)', String.raw`\(https\://example.test/a\_b\)`],
    ['1. restart', String.raw`1\. restart`],
    ['- not a list', String.raw`\- not a list`],
    // Under another line it would make a table.
    [':---', String.raw`\:---`],
    ['read https://example.test/a_b?c=1&d=2 (twice)', String.raw`read https://example.test/a_b?c=1&d=2 \(twice\)`],
    ['at 18:12 state:ok', String.raw`at 18:12 state\:ok`],
    ['メモ：「再起動」した', 'メモ：「再起動」した'],
  ])('write %s so that it stays what it is', (line, escaped) => {
    expect(escapeLine(line)).toBe(escaped);
  });

  it('keep the lines of a note and drop those that would end the list', () => {
    expect(escapeLines('one\n\n# two\r\n  three', '  ')).toBe('one \\\n  \\# two \\\n  three');
  });

  it('say the same after any MDX reader, whatever was typed', () => {
    const hostile = fc.array(
      fc.constantFrom(
        ...Array.from('`*_{}<>[]()#!|~&$:;/\\-+=.1 aé日\n"\'@'),
        '{/*',
        '<!--',
        '```',
        ':::',
        'export ',
        'https://a.test/b_c',
        'www.a.test',
        '---',
        '&lt;',
        '|a|',
      ),
      {
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(hostile, (signs) => {
        const note = signs.join('');
        const read = remark(`- **when** ${escapeLines(note, '  ')}\n\nafter\n`);
        expect(read.text.replaceAll(' \n', '\n')).toBe(
          `when ${note
            .split(/\r\n?|\n/)
            .map((line) => line.trim())
            .filter(Boolean)
            .join('\n')}`.trim(),
        );
        expect(read.kinds).toEqual(['list', 'paragraph']);
      }),
      {numRuns: 600},
    );
  });
});

describe('a fence', () => {
  it('is longer than the fences within', () => {
    expect(fence('a\n````\nb', {lang: 'text'})).toBe('`````text\na\n````\nb\n`````');
  });

  it('stands in a list by its indent', () => {
    expect(fence('a\n\nb', {lang: 'text', indent: '  '})).toBe('  ```text\n  a\n\n  b\n  ```');
  });

  it('gives back every text that it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('`', '```', '~~~', '\n', 'a', ' ', '{', '<b>', '$', '\\'), {maxLength: 40}), (signs) => {
        const text = signs.join('');
        expect(remark(`- x\n\n${fence(text, {lang: 'text', indent: '  '})}\n`).codes).toEqual([text]);
      }),
      {numRuns: 300},
    );
  });
});
