import {describe, expect, it} from 'vitest';
import {parseLine, toMarkdown} from '../../../src/retro/evening/line.ts';

describe('a line', () => {
  it.each([
    ['K the handover named the page', 'keep', 'the handover named the page'],
    ['P: review waited two days', 'problem', 'review waited two days'],
    ['Ｋ　引き継ぎに書いてあった', 'keep', '引き継ぎに書いてあった'],
    ['Ｐ：レビューを2日待った', 'problem', 'レビューを2日待った'],
    ['P レビューを2日待った', 'problem', 'レビューを2日待った'],
    ['k: small letters with a colon', 'keep', 'small letters with a colon'],
    ['ｐ：全角の小文字', 'problem', '全角の小文字'],
    ['  K   two\nlines ', 'keep', 'two lines'],
  ] as const)('waits for the next retrospective when it is marked: %s', (typed, column, text) => {
    expect(parseLine(typed)).toEqual({column, text});
  });

  it.each(['Kubernetes was upgraded', 'p 95 was fine', 'PagerDuty rotated', 'Kは大事', '- nothing to mend', 'FIX @sre-primary: a link'])(
    'only stays in the log when it is not: %s',
    (typed) => {
      expect(parseLine(typed)).toEqual({text: typed});
    },
  );

  it.each(['', '  \n', 'K', 'p:', 'Ｋ：'])('is none without words: %j', (typed) => {
    expect(parseLine(typed)).toBeUndefined();
  });
});

it('becomes Markdown in which it means nothing but itself', () => {
  const lines = [
    {id: '1', day: '2026-11-17', column: 'problem', text: 'the `*` of <b>a|b</b> {x} waited, see https://a.example/b_c'},
    {id: '2', day: '2026-11-18', text: 'nothing to mend'},
  ] as const;
  expect(toMarkdown(lines)).toBe(
    '- 2026-11-17 P the \\`\\*\\` of \\<b\\>a\\|b\\</b\\> \\{x\\} waited, see https://a.example/b_c\n- 2026-11-18 nothing to mend\n',
  );
});
