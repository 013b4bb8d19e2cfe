import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {field, frontMatterOfText} from '../../src/lint/content.ts';
import {ja} from '../support/sample.ts';

describe.each(['docs/reference/lint', `${ja}/reference/lint`])('%s', (folder) => {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const listed = new Map(
    [...read('index.mdx').matchAll(/^\| \[`([a-z-]+)`\]\(\/reference\/lint\/([a-z-]+)\.mdx\)\s*\| (.*?)\s*\|$/gm)].map(
      ([, id = '', page = '', asks = '']) => [id, {page, asks}],
    ),
  );
  const pages = readdirSync(folder).filter((name) => name.endsWith('.mdx') && name !== 'index.mdx');

  it('lists every rule in its index, with the words of the rule’s own page', () => {
    const expected = pages.map((name) => [
      name.replace('.mdx', ''),
      {page: name.replace('.mdx', ''), asks: field(frontMatterOfText(read(name), name), 'description')},
    ]);
    expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(expected));
  });
});
