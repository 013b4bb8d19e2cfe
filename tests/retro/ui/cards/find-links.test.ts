import {expect, it} from 'vitest';
import {findLinks} from '../../../../src/retro/ui/cards/find-links.ts';

const links = (text: string): string[] =>
  findLinks(text).flatMap((part) => (part.kind === 'words' ? [] : [`${part.kind} ${part.address}`]));

it.each([
  ['see https://example.org/a?b=c#d.', ['web https://example.org/a?b=c#d']],
  ['/runbooks/pod-crash-looping is old', ['site /runbooks/pod-crash-looping']],
  ['手順は/runbooks/disk-full。次へ', ['site /runbooks/disk-full']],
  ['(https://example.org/)', ['web https://example.org/']],
  ['both http://a.example and /r/KubePodCrashLooping?namespace=a', ['web http://a.example', 'site /r/KubePodCrashLooping?namespace=a']],
])('finds the addresses in %j', (text, found) => {
  expect(links(text)).toEqual(found);
});

it.each(['javascript:alert(1)', 'data:text/html,x', '/etc/hosts', 'a/runbooks/b', '//evil.example', 'ftp://x', '<a href="x">', 'http://'])(
  'leaves %j as words',
  (text) => {
    expect(findLinks(text)).toEqual([{kind: 'words', text}]);
  },
);

it('loses no letter', () => {
  const text = 'a https://example.org/x), b /runbooks/y. c';
  expect(
    findLinks(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
