import {rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {translationInStep} from '../../src/lint/catalog/translation-in-step.ts';
import {runCatalog} from '../../src/lint/engines/catalog.ts';
import {readRepository} from '../../src/lint/repository.ts';
import {agree} from '../../src/lint/synced/agree.server.ts';
import {page} from '../support/lint.ts';
import {handbook, ja, sound} from '../support/sample.ts';

const en = 'docs/a/page.mdx';
const other = `${ja}/a/page.mdx`;
const text = page('reference', 'Text.');

/** A handbook with one page whose languages agree. */
function agreed(files: Record<string, string> = {}): string {
  const root = handbook({[en]: text, [other]: text, ...files});
  agree(root, ['--all']);
  return root;
}

function lint(root: string): string[] {
  return runCatalog(readRepository(root).repository, [translationInStep]).map(
    ({file, line, column, severity, message}) => `${file}:${line}:${column} ${severity} ${message}`,
  );
}

describe('translation-in-step', () => {
  it('accepts pages that are as they were when they agreed, whatever ends their lines', () => {
    const root = agreed();
    expect(lint(root)).toEqual([]);
    writeFileSync(join(root, en), text.replaceAll('\n', '\r\n'));
    expect(lint(root)).toEqual([]);
  });

  it('accepts a handbook of one language, and one without pages', () => {
    const site = (sound['data/site.yaml'] ?? '').replace('[en, ja]', '[en]');
    expect(lint(handbook({[en]: text, 'data/site.yaml': site}))).toEqual([]);
    expect(lint(handbook())).toEqual([]);
  });

  it('accepts a record, which is written once, and a page without its translation', () => {
    const root = agreed({'docs/b.md': page('reference', 'Text.', 'lang: en\n'), 'docs/c.mdx': text});
    expect(lint(root)).toEqual([]);
  });

  it('refuses the side that stayed when the other moved', () => {
    const command = `npm run synced -- ${en}`;
    const root = agreed();
    writeFileSync(join(root, en), text.replace('Text.', 'More.'));
    expect(lint(root)).toEqual([
      `${other}:1:1 error Unexpected page that stayed as it was when ${en} changed, expected the same change here, or none to make; then ${command}`,
    ]);
    writeFileSync(join(root, en), text);
    writeFileSync(join(root, other), text.replace('Text.', '文。'));
    expect(lint(root)).toEqual([
      `${en}:1:1 error Unexpected page that stayed as it was when ${other} changed, expected the same change here, or none to make; then ${command}`,
    ]);
  });

  it('warns when both moved and nobody said that they agree', () => {
    const root = agreed();
    for (const file of [en, other]) writeFileSync(join(root, file), text.replace('Text.', 'More.'));
    expect(lint(root)).toEqual([
      `${en}:1:1 warning Unexpected change of both languages, expected a word that they agree: npm run synced -- ${en}`,
    ]);
  });

  it('refuses a page that the file does not have, and one of the file that is no page', () => {
    const root = agreed({'docs/b.mdx': text, [`${ja}/b.mdx`]: text});
    writeFileSync(join(root, 'docs/c.mdx'), text);
    writeFileSync(join(root, ja, 'c.mdx'), text);
    rmSync(join(root, 'docs/b.mdx'));
    expect(lint(root)).toEqual([
      'docs/c.mdx:1:1 error Unexpected page that i18n/sync.json does not have, expected it there once both languages agree: npm run synced -- docs/c.mdx',
      'i18n/sync.json:6:3 error Unexpected "b.mdx", which is no page in both languages, expected the pages that are there: npm run synced -- --all',
    ]);
  });

  it('refuses translations without the file, and a file that is none, with its place', () => {
    const root = handbook({[en]: text, [other]: text});
    expect(lint(root)).toEqual([
      'i18n/sync.json:1:1 error Unexpected translations without i18n/sync.json, expected it: npm run synced -- --all writes it, once both languages agree',
    ]);
    const broken = (json: string): string[] => lint(handbook({[en]: text, [other]: text, 'i18n/sync.json': json}));
    expect(broken('{"a/page.mdx": {"en": "1"}}')).toEqual([
      'i18n/sync.json:1:23 error Unexpected en: "1", expected a sha256: 64 of 0-9 and a-f',
      'i18n/sync.json:1:16 error Unexpected ja: nothing, expected a value of type string',
    ]);
    expect(broken('{"a/page.mdx": ')).toEqual([expect.stringMatching(/^i18n\/sync\.json:\d+:\d+ error Unexpected what is no YAML/)]);
    expect(broken('[]')).toEqual([expect.stringMatching(/^i18n\/sync\.json:1:1 error Unexpected/)]);
  });
});
