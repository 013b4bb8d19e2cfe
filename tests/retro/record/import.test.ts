import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {importRecord} from '../../../src/retro/record/import.server.ts';
import {toMarkdown} from '../../../src/retro/record/to-markdown.ts';
import {handbook, sound} from '../../support/sample.ts';
import {entry, tries} from '../../support/tries.ts';
import {agenda, fullBoard, id} from './samples.ts';

const page = 'docs/retrospectives/records/2026-01-30-kpt.md';
const earlier = (name: string, more?: string): string =>
  entry(name, more).replace('2026-02-13', '2026-01-30').replaceAll('2026-01-30-kpt', '2026-01-16-kpt');
const register = `# What we try.
entries:
${earlier('try-20260116-1')}  # This one waits for the provider.
${['2', '3'].map((n) => earlier(`try-20260116-${n}`)).join('')}${earlier('try-20260116-4').replace('16-kpt', '16-night')}`;
const empty = toMarkdown({...fullBoard(), lastTries: [], cards: [], meta: {...fullBoard().meta, date: '2026-01-16'}}, {agenda, id});
const files = {
  '.prettierrc.json': readFileSync('.prettierrc.json', 'utf8'),
  'data/catalog/org.yaml': (sound['data/catalog/org.yaml'] ?? '').replace('[sre-lead]', '[sre-lead, sre-primary]'),
  'docs/retrospectives/records/2026-01-16-kpt.md': empty,
  'docs/retrospectives/records/2026-01-16-night.md': empty,
  [tries]: register,
};
const record = toMarkdown(fullBoard(), {agenda, id});
const piped = (text: string): {readInput: () => Promise<string>} => ({readInput: () => Promise.resolve(text)});
const take = (root: string, text = record, ...more: string[]): Promise<string[]> =>
  importRecord(root, ['import', '-', ...more], piped(text));
const read = (root: string, file: string): string => readFileSync(join(root, file), 'utf8');

describe('importing a record', () => {
  it.each(['../../../../tmp/x', 'kpt/../../x', '/etc/x', 'KPT 60'])(
    'stays among the records, whatever agenda it names: %s',
    async (name) => {
      const root = handbook({...files, [tries]: 'entries: []\n'});
      const text = empty.replace('agenda: kpt-60', `agenda: '${name}'`);
      expect((await take(root, text))[0]).toBe('wrote docs/retrospectives/records/2026-01-16-retro.md');
    },
  );

  it('keeps the page, adds its Tries, and ends or carries over the last ones', async () => {
    const root = handbook(files);
    expect(await take(root)).toEqual([
      `wrote ${page}`,
      `${tries}: try-20260116-1 is done`,
      `${tries}: try-20260116-2 is carried over, to be looked at on 2026-02-13`,
      `${tries}: try-20260116-3 is dropped`,
      `${tries}: added try-20260130-1`,
      'left as it is, for nothing was decided: try-20260116-4',
      `next: fill what the record leaves open, run npm run lint -- ${page} ${tries}, and send both as a pull request`,
    ]);
    expect(read(root, page)).toBe(record);
    expect(read(root, tries)).toMatchInlineSnapshot(`
      "# What we try.
      entries:
        - id: try-20260116-1
          text: Look at the log first.
          lang: en
          owner: '@sre-lead'
          first_step: Open it.
          check: 2026-01-30
          from: retrospectives/records/2026-01-16-kpt
          status: done
        # This one waits for the provider.
        - id: try-20260116-2
          text: Look at the log first.
          lang: en
          owner: '@sre-lead'
          first_step: Open it.
          check: 2026-02-13
          from: retrospectives/records/2026-01-16-kpt
          status: open
          carried: [2026-01-30]
        - id: try-20260116-3
          text: Look at the log first.
          lang: en
          owner: '@sre-lead'
          first_step: Open it.
          check: 2026-01-30
          from: retrospectives/records/2026-01-16-kpt
          status: dropped
        - id: try-20260116-4
          text: Look at the log first.
          lang: en
          owner: '@sre-lead'
          first_step: Open it.
          check: 2026-01-30
          from: retrospectives/records/2026-01-16-night
          status: open
        - id: try-20260130-1
          text: Measure the wait | of the batch
          lang: en
          owner: '@sre-lead'
          first_step: Read Monday's log
          check: 2026-02-13
          from: retrospectives/records/2026-01-30-kpt
          status: open
      "
    `);
  });

  it('changes nothing a second time, and says so', async () => {
    const root = handbook(files);
    await take(root);
    const before = read(root, tries);
    expect(await take(root)).toEqual([`nothing to do: ${page} and its Tries are there already`]);
    expect([read(root, tries), readdirSync(join(root, 'docs/retrospectives/records'))]).toEqual([
      before,
      ['2026-01-16-kpt.md', '2026-01-16-night.md', '2026-01-30-kpt.md'],
    ]);
  });

  it('takes a Japanese one, a file where it lies, and a name of its own', async () => {
    const root = handbook(files);
    const japanese = toMarkdown(fullBoard('ja'), {agenda, id});
    expect((await take(root, japanese, '--slug', 'yoru'))[0]).toBe('wrote docs/retrospectives/records/2026-01-30-yoru.md');
    expect(read(root, tries)).toContain('text: 待ち時間を測る | バッチ\n    lang: ja');
    const other = handbook({...files, [page]: record});
    expect(await importRecord(other, ['import', join(other, page)], piped(''))).toContain(`${tries}: added try-20260130-1`);
  });

  it('makes what lint lets through', async () => {
    const root = handbook(files);
    for (const lang of ['en', 'ja'] as const) {
      const text = toMarkdown({...fullBoard(lang), lastTries: []}, {agenda, id});
      await take(root, text, '--slug', `kpt-${lang}`);
    }
    const {stdout, status} = spawnSync(
      process.execPath,
      ['src/lint/main.ts', '--root', root, '--format', 'json', 'docs/retrospectives', tries],
      {encoding: 'utf8'},
    );
    const findings = (JSON.parse(stdout) as {rule: string}[]).filter(({rule}) => rule !== 'register-fresh');
    expect([findings, status]).toEqual([[], 0]);
  });

  const found = async (root: string, text: string): Promise<string> => {
    const [tree, before] = [readdirSync(join(root, 'docs/retrospectives/records')), read(root, tries)];
    const said = await take(root, text).then(String, String);
    expect([readdirSync(join(root, 'docs/retrospectives/records')), read(root, tries)]).toEqual([tree, before]);
    return said;
  };
  it.each([
    [
      'an owner that nobody is',
      record.replaceAll('`@sre-lead`  | Read', '`@nobody`    | Read'),
      /input:\d+:1 found the owner "@nobody", expected one of @sre-lead, @sre-primary, sre$/m,
    ],
    [
      'a check date before the retrospective',
      record.replace('log | 2026-02-13', 'log | 2025-02-13'),
      /found the check date "2025-02-13", expected a day not before 2026-01-30$/m,
    ],
    ['no first step', record.replace("Read Monday's log", ''), /found a Try without a first step/],
    ['a fourth Try', record.replace(/(\| Measure .*\n)/, '$1$1$1$1'), /found 4 Tries, expected at most 3: choose/],
    [
      'a last Try that the register does not have',
      record.replace('try-20260116-3', 'try-20260109-3'),
      /found the last Try try-20260109-3, expected a Try of/,
    ],
    [
      'a Try that is kept without a day',
      record.replace('keep, check on 2026-02-13', 'keep'),
      /found keep for try-20260116-2 without a day/,
    ],
    ['another result', record.replace('| drop ', '| drip '), /:\d+:1 found the result "drip", expected done, drop or keep$/m],
    [
      'a list of Tries',
      record.replace(/(## Try\n\n)[^#]*/, '$1- Look at it\n\n'),
      /found a list, expected a table with the columns Try, Owner \(role\), First step, Check date$/m,
    ],
    ['what is no record', 'Hello.\n', /standard input:1:1 found no front matter, expected that of a record/],
    [
      'another kind of page',
      record.replace('kind: retro-record', 'kind: retro').replace(/lang[\s\S]*board: .*\n/, ''),
      /found kind: retro, expected kind: retro-record/,
    ],
    ['what is no MDX', record.replace('- Shorter', '- <Shorter'), /found what is no MDX/],
  ])('refuses %s, with its line, and writes nothing', async (_, text, says) => {
    expect(await found(handbook(files), text)).toMatch(says);
  });

  it('refuses a record that says something else than the one there, and other Tries than the register has', async () => {
    const root = handbook(files);
    await take(root);
    expect(await found(root, record.replace('Shorter', 'Longer'))).toMatch(`${page} is there already and says something else`);
    const other = handbook({...files, [page]: record.replace('| Measure', '| Guesses'), [tries]: register + entry('try-20260130-1')});
    await expect(importRecord(other, ['import', join(other, page)], piped(''))).rejects.toThrow(/found the Try "Guess/);
  });

  it('leaves everything as it was when the register cannot be written', async () => {
    const root = handbook(files);
    mkdirSync(join(root, `${tries}.new`));
    await expect(take(root)).rejects.toThrow(/the handbook cannot be written: EISDIR/);
    expect([existsSync(join(root, page)), read(root, tries)]).toEqual([false, register]);
  });

  it('numbers the Tries of a second retrospective of the day onward', async () => {
    const root = handbook(files);
    await take(root);
    expect(await take(root, toMarkdown({...fullBoard(), lastTries: []}, {agenda, id}), '--slug', 'second')).toContain(
      `${tries}: added try-20260130-2`,
    );
  });
});

describe('npm run retro', () => {
  const run = (...args: string[]): {code: number | null; said: string} => {
    const {status, stderr} = spawnSync(process.execPath, ['src/retro/record/main.server.ts', ...args], {
      encoding: 'utf8',
      input: 'Hello.\n',
    });
    return {code: status, said: stderr.trimEnd()};
  };

  it('exits with 2 and says how it is used', () => {
    expect(run()).toEqual({
      code: 2,
      said: 'nothing was imported: expected import and one file\nnpm run retro -- import FILE [--slug kpt]   (FILE is - for what is piped in)',
    });
    expect(run('import', 'no-such-file.md')).toEqual({code: 2, said: 'nothing was imported: no-such-file.md cannot be read: ENOENT'});
    expect(run('import', '-').said).toMatch(/^nothing was imported: 1 slip to mend:\n {2}standard input:1:1 found no front matter/);
  });
});
