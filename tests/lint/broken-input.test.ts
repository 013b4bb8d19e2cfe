import {chmodSync, mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {execFile} from 'node:child_process';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {lintTree} from '../../src/lint/lint-tree.server.ts';
import {sayWhole} from '../support/lint.ts';
import {handbook, sound} from '../support/sample.ts';

/** A handbook in English only, so that no page lacks its translation, in which something is broken. */
function broken(put: (root: string) => void): string {
  const root = handbook({
    'data/site.yaml': (sound['data/site.yaml'] ?? '').replace('[en, ja]', '[en]'),
    'data/catalog/org.yaml': (sound['data/catalog/org.yaml'] ?? '').replace('[sre-lead]', '[sre-lead, sre-primary]'),
    'docs/sound.mdx': page('Text.\n'),
  });
  put(root);
  return root;
}

function page(body: string, more = ''): string {
  return `---\ntitle: A\ndescription: A.\nkind: reference\nowner: sre\nstatus: adopted\n${more}---\n\n${body}`;
}

/** Nine lists, each of nine of the one before: three thousand million laughs. */
const bomb = [
  'a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]',
  ...Array.from({length: 9}, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`),
  '',
].join('\n');

const write =
  (file: string, content: string | Buffer) =>
  (root: string): void => {
    mkdirSync(join(root, file, '..'), {recursive: true});
    writeFileSync(join(root, file), content);
  };
const link =
  (file: string, target: string) =>
  (root: string): void =>
    symlinkSync(target, join(root, file));

const cases: readonly {readonly name: string; readonly put: (root: string) => void; readonly refused: string}[] = [
  {
    name: 'a page that is no UTF-8',
    put: write('docs/a.mdx', Buffer.concat([Buffer.from(page('One\ntwo ')), Buffer.from([0xff, 0xfe, 0x0a])])),
    refused: 'docs/a.mdx:10:5 error file Unexpected bytes that are no UTF-8, expected UTF-8',
  },
  {name: 'a NUL byte', put: write('docs/a.mdx', page('a\0b\n')), refused: 'docs/a.mdx:9:2 error file Unexpected a NUL byte, expected text'},
  {
    name: 'a page of 5 MB',
    put: write('docs/a.mdx', page('word '.repeat(1_000_000))),
    refused: 'docs/a.mdx:1:1 error file Unexpected a file of 5.0 MB, expected at most 1 MB; split it, or leave out what nobody reads',
  },
  {
    name: 'a tag that is not closed',
    put: write('docs/a.mdx', page('One <Steps> here.\n')),
    refused: 'docs/a.mdx:9:5 error mdx Expected a closing tag for `<Steps>` (9:5-9:12) before the end of `paragraph`',
  },
  {
    name: 'a list in a list in a list',
    put: write('docs/a.mdx', page(`${'> '.repeat(3000)}x\n`)),
    refused: 'docs/a.mdx:9:199 error mdx Unexpected nesting of more than 100 levels, expected text that a person can follow',
  },
  {
    name: 'words in words without end',
    put: write('docs/a.mdx', page(`${'<Steps>'.repeat(4000)}${'</Steps>'.repeat(4000)}\n`)),
    refused: 'docs/a.mdx:9:694 error mdx Unexpected nesting of more than 100 levels, expected text that a person can follow',
  },
  {
    name: 'front matter that grows without end',
    put: write('docs/a.mdx', page('Text.\n', bomb)),
    refused:
      'docs/a.mdx:10:10 error page-front-matter Unexpected what is no YAML (Excessive alias count indicates a resource exhaustion attack), expected valid YAML',
  },
  {
    name: 'data that grows without end',
    put: write('data/alerts/bomb.yaml', bomb),
    refused:
      'data/alerts/bomb.yaml:4:10 error catalog Unexpected what is no YAML (Excessive alias count indicates a resource exhaustion attack), expected valid YAML',
  },
  {
    name: 'data nested without end',
    put: write('data/alerts/deep.yaml', `groups: ${'['.repeat(100_000)}\n`),
    refused: 'data/alerts/deep.yaml:1:1 error catalog Unexpected what is no YAML (nested too deeply), expected valid YAML',
  },
  {
    name: 'data that is no UTF-8',
    put: write('data/catalog/bytes.yaml', Buffer.from([0x61, 0xff])),
    refused: 'data/catalog/bytes.yaml:1:2 error catalog Unexpected bytes that are no UTF-8, expected UTF-8',
  },
  {
    name: 'a folder that leads into itself',
    put: link('docs/loop', '.'),
    refused: 'docs/loop:1:1 error file Unexpected a symbolic link, expected a file or folder of its own: links are not followed',
  },
  {
    name: 'a page that leads to itself',
    put: link('docs/a.mdx', 'a.mdx'),
    refused: 'docs/a.mdx:1:1 error file Unexpected a symbolic link, expected a file or folder of its own: links are not followed',
  },
  {
    name: 'data behind a link',
    put: link('data/alerts/more.yaml', 'general.yaml'),
    refused:
      'data/alerts/more.yaml:1:1 error catalog Unexpected a symbolic link, expected a file or folder of its own: links are not followed',
  },
  {
    name: 'a name in capitals',
    put: write('data/alerts/more.YAML', 'groups: []\n'),
    refused: 'data/alerts/more.YAML:1:1 error catalog Unexpected the ending .YAML, expected .yaml',
  },
  {
    name: 'a folder with the name of a page',
    put: (root) => mkdirSync(join(root, 'docs/x.mdx')),
    refused: 'docs/x.mdx:1:1 error file Unexpected a folder with the name of a file, expected another name',
  },
  {
    name: 'two groups of one name in a file',
    put: write('data/alerts/more.yaml', 'groups:\n  - name: a\n    rules: []\n  - name: a\n    rules: []\n'),
    refused: 'data/alerts/more.yaml:4:11 error catalog Unexpected a second group "a", expected each name once in a file',
  },
  {
    name: 'no site',
    put: write('data/site.yaml', Buffer.from([0xff])),
    refused: 'data/site.yaml:1:1 error catalog Unexpected bytes that are no UTF-8, expected UTF-8',
  },
];

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function lint(root: string, who?: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const as = who === undefined ? {} : {uid: who, gid: who};
    const args = ['src/lint/main.ts', '--root', root, '--format', 'json'];
    execFile(process.execPath, args, {...as, timeout: 240_000, maxBuffer: 1 << 26}, (error, stdout, stderr) => {
      resolve({code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, stdout, stderr});
    });
  });
}

describe('broken input', () => {
  it('does not come from the handbook around it', async () => {
    expect((await lintTree(broken(() => {}))).map(sayWhole)).toEqual([]);
  });

  it.each(cases)('is one finding: $name', async ({put, refused}) => {
    expect((await lintTree(broken(put))).map(sayWhole)).toEqual([refused]);
  });

  it('is a file that may not be read', async () => {
    const root = broken((all) => {
      write('docs/a.mdx', page('Text.\n'))(all);
      chmodSync(join(all, 'docs/a.mdx'), 0o000);
      chmodSync(all, 0o755);
    });
    // The one who may read everything has to be somebody else for once.
    const {code, stdout, stderr} = await lint(root, process.getuid?.() === 0 ? 65_534 : undefined);
    expect({code, stderr}).toEqual({code: 1, stderr: ''});
    expect(JSON.parse(stdout)).toEqual([
      {
        file: 'docs/a.mdx',
        line: 1,
        column: 1,
        rule: 'file',
        severity: 'error',
        message: 'Unexpected a file that cannot be read (EACCES), expected one that can',
      },
    ]);
  });
});
