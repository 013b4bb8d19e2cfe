import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {fencesOf} from '../../src/lint/content.ts';
import {parsePage} from '../../src/lint/parse.ts';

const folders = ['docs', 'i18n/ja/docusaurus-plugin-content-docs/current'];
const title = /title="(examples\/[^"]+)"/;

/** Code of `examples/` that a page shows: `title="examples/…"` behind the fence names the file. */
const shown = folders.flatMap((folder) =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.mdx'))
    .flatMap((name) => {
      const page = join(folder, name);
      const text = readFileSync(page, 'utf8');
      const tree = title.test(text) ? parsePage(page, text) : undefined;
      if (tree === undefined || 'rule' in tree) return [];
      return fencesOf(tree).flatMap(({node, text: code}) => {
        const file = title.exec(node.meta ?? '')?.[1];
        return file === undefined ? [] : [{page, file, code}];
      });
    }),
);

describe('a page that shows code of examples', () => {
  it.each(shown.map((one) => [one.page, one.file, one.code] as const))('%s shows %s as it is tested', (_page, file, code) => {
    const text = `\n${readFileSync(file, 'utf8')}`;
    // A part of YAML stands further to the left than in its file.
    const parts = [0, 2, 4].map((indent) => code.replaceAll(/^(?=.)/gm, ' '.repeat(indent)));
    expect(parts.filter((part) => text.includes(`\n${part}\n`))).toHaveLength(1);
  });

  it('shows the same in every language', () => {
    const [en = [], ...others] = folders.map((folder) =>
      shown.filter(({page}) => page.startsWith(folder)).map(({page, file, code}) => [page.slice(folder.length), file, code]),
    );
    expect(en.length).toBeGreaterThan(0);
    for (const other of others) expect(other).toEqual(en);
  });
});
