import {describe, expect, it} from 'vitest';
import {segments} from '../../../src/runbook/commands/contract.ts';
import {checkValue, fill, fillCommand} from '../../../src/runbook/commands/fill.ts';
import {markPlaces} from '../../../src/runbook/commands/mark-places.ts';

describe('fill', () => {
  it.each([
    ['word', "it's", String.raw`'it'\''s'`],
    ['word', 'hi!', String.raw`'hi'\!''`],
    ['double', '$(x) `y`', '"\'$(x) `y`\'"'],
    ['double', '-x', `"'-x'"`],
    ['strict', 'ns/web-1.2:80_a', 'ns/web-1.2:80_a'],
    ['strict', '名前', '名前'],
    ['echo', "it's!", String.raw`"'it'\''s'\!''"`],
    ['promql', `a"b'c\\`, String.raw`a\x22b\x27c\\`],
    ['promql-regex', 'a.b', String.raw`a\\.b`],
    ['promql-raw-regex', 'a.b`', 'a\\.b\\x60'],
    ['sql', 'o clock "x"', 'o clock "x"'],
    ['url', "a b/(é)!*'", 'a%20b%2F%28%C3%A9%29%21%2A%27'],
  ] as const)('writes a value in %s: %j', (context, value, text) => {
    expect(fill(value, {context})).toEqual({kind: 'filled', text});
  });

  it.each([
    ['word', '', 'empty'],
    ['word', 'a\nb', 'line-break'],
    ['word', 'a\u2028b', 'line-break'],
    ['word', 'a\tb', 'control'],
    ['word', 'a\u0000', 'control'],
    ['word', 'a\u009bb', 'control'],
    ['word', 'a\u202eb', 'invisible'],
    ['word', 'a\u200bb', 'invisible'],
    ['word', 'a\u3164b', 'invisible'],
    ['word', '\ud800', 'broken-text'],
    ['word', 'a\ufffd', 'broken-text'],
    ['word', 'a'.repeat(1001), 'too-long'],
    ['word', '-x', 'leading-dash'],
    ['double-first', '-x', 'leading-dash'],
    ['word', '!', 'operator'],
    ['word', 'a\u00a0b', 'invisible'],
    ['word', 'a\u3000b', 'invisible'],
    ['word', 'a\u2800b', 'invisible'],
    ['word', '\u0020', 'invisible'],
    ['word', ' a', 'invisible'],
    ['word', 'a ', 'invisible'],
    ['word', 'e\u0301\u0301\u0301\u0301', 'broken-text'],
    ['echo', 'a\\nb', 'backslash'],
    ['echo', '-n', 'leading-dash'],
    ...Array.from(' \'"`$()\\;&|<>*?~!#=,%@+^{}[]', (sign) => ['strict', `a${sign}b`, 'not-plain'] as const),
    ...['-a', ':a', '~a', '@a', '+a', 'a:', '..', 'a/../b', './a', 'postgresql://h/d'].map(
      (text) => ['strict', text, 'not-plain'] as const,
    ),
    ['sql', "'", 'quote'],
    ['promql-raw', '`', 'backtick'],
    ['sql', '\\', 'backslash'],
    ['url', '..', 'dots'],
    ['never', 'a', 'never'],
  ] as const)('refuses in %s: %j', (context, value, reason) => {
    expect(fill(value, {context})).toEqual({kind: 'refused', reason});
  });
});

describe('checkValue', () => {
  it.each([
    ['prod', '[a-z]+', undefined],
    ['prod1', '[a-z]+', 'pattern'],
    ['prod\u0020', '^[a-z]+$', 'invisible'],
    ['ax', 'a|b', 'pattern'],
    ['b', 'a|b', undefined],
    ['a', '[', 'bad-pattern'],
    ['axe', 'a)|(e', 'bad-pattern'],
  ])('says of %j and the pattern %j: %s', (value, pattern, refusal) => {
    expect(checkValue(value, {pattern})).toBe(refusal);
  });
});

describe('fillCommand', () => {
  it('gives the text to copy, and says what it left', () => {
    const text = `kubectl -n "$NS" logs "$POD" '$POD' "$NODE"`;
    const parts = segments({text, places: markPlaces(text, {lang: 'bash', params: ['NS', 'POD', 'NODE']}).places});
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(
      fillCommand(
        parts,
        new Map([
          ['NS', 'my prod'],
          ['POD', '-x'],
        ]),
      ),
    ).toEqual({
      text: `kubectl -n 'my prod' logs "$POD" '$POD' "$NODE"`,
      unfilled: [
        {name: 'POD', reason: 'leading-dash'},
        {name: 'POD', reason: 'single-quotes'},
        {name: 'NODE', reason: 'missing'},
      ],
    });
  });
});
