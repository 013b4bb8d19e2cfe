import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {agree} from '../../../src/lint/synced/agree.server.ts';
import {page} from '../../support/lint.ts';
import {handbook, ja, sound} from '../../support/sample.ts';

const text = page('reference', 'Text.');
const sync = 'i18n/sync.json';
const pages = {'docs/b.mdx': text, [`${ja}/b.mdx`]: text, 'docs/a.mdx': text, [`${ja}/a.mdx`]: text};
const read = (root: string): string => readFileSync(join(root, sync), 'utf8');

describe('npm run synced', () => {
  it('writes all pages in order, as Prettier leaves them, and leaves out what is gone', () => {
    const root = handbook({...pages, [sync]: '{"gone.mdx": {"en": "broken"}}'});
    expect(agree(root, ['--all'])).toBe('2 pages agree in both languages; 2 of them changed in i18n/sync.json\n  a.mdx\n  b.mdx\n');
    expect(Object.keys(JSON.parse(read(root)))).toEqual(['a.mdx', 'b.mdx']);
    expect(read(root)).toMatch(/^\{\n {2}"a\.mdx": \{\n {4}"en": "[0-9a-f]{64}",\n {4}"ja": "[0-9a-f]{64}"\n {2}\},\n/);
  });

  it('writes one page by its file in either language, and leaves the others as they are', () => {
    const root = handbook(pages);
    agree(root, ['--all']);
    const before = read(root);
    writeFileSync(join(root, 'docs/a.mdx'), `${text}More.\n`);
    writeFileSync(join(root, 'docs/b.mdx'), `${text}More.\n`);
    expect(agree(root, [`${ja}/a.mdx`])).toBe('1 page agrees in both languages; 1 of them changed in i18n/sync.json\n  a.mdx\n');
    expect(JSON.parse(read(root))['b.mdx']).toEqual(JSON.parse(before)['b.mdx']);
    expect(JSON.parse(read(root))['a.mdx']).not.toEqual(JSON.parse(before)['a.mdx']);
    expect(agree(root, ['docs/a.mdx'])).toBe('1 page agrees in both languages; 0 of them changed in i18n/sync.json\n');
  });

  it('writes nothing in a handbook of one language', () => {
    const root = handbook({...pages, 'data/site.yaml': (sound['data/site.yaml'] ?? '').replace('[en, ja]', '[en]')});
    expect(agree(root, ['--all'])).toBe('The handbook has one language: there is nothing to hold in step.\n');
    expect(existsSync(join(root, sync))).toBe(false);
  });

  const record = page('reference', 'Text.', 'lang: en\n');
  const refused = [
    {args: ['docs/none.mdx'], says: 'unexpected docs/none.mdx, expected the file of a page, such as docs/runbooks/index.mdx'},
    {args: ['docs/c.mdx'], says: 'unexpected docs/c.mdx without its translation, expected the page in both languages'},
    {args: ['docs/d.md'], says: 'unexpected docs/d.md, which says its lang: a record is written once, and has no translation'},
    {args: [], says: 'expected pages, or --all'},
    {args: ['--al'], says: "Unknown option '--al'"},
    {args: ['--all', 'docs/a.mdx'], says: 'expected pages, or --all'},
  ];
  it.each(refused)('refuses $args, and writes nothing', ({args, says}) => {
    const root = handbook({...pages, 'docs/c.mdx': text, 'docs/d.md': record});
    expect(() => agree(root, args)).toThrow(says);
    expect(existsSync(join(root, sync))).toBe(false);
  });

  it('refuses to add to a file that it cannot read', () => {
    const root = handbook({...pages, [sync]: '{"a.mdx": {"en": "broken"}}'});
    expect(() => agree(root, ['docs/a.mdx'])).toThrow('i18n/sync.json:1:18 found en: "broken", expected a sha256');
  });
});
