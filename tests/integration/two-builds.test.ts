import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {copyRepository} from '../support/copy.ts';

let root: string;
let remove: () => void;
beforeAll(() => {
  ({root, remove} = copyRepository());
});
afterAll(() => remove?.());

function build(): string {
  execFileSync(process.execPath, ['node_modules/@docusaurus/core/bin/docusaurus.mjs', 'build', '--locale', 'en'], {
    cwd: root,
    stdio: 'pipe',
  });
  return readFileSync(join(root, 'build/runbooks/site-probe-failed/index.html'), 'utf8');
}

function edit(file: string, change: (text: string) => string): void {
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after, `${file} is no longer what this test edits`).not.toBe(before);
  writeFileSync(path, after);
}

describe('two builds in a row', () => {
  it('shows in the second what changed in data/ after the first', () => {
    const first = build();
    expect(first).toContain('Web front');
    expect(first).not.toContain('Shop window');
    edit('data/catalog/dogu-share.yaml', (text) => text.replace('title: Web front', 'title: Shop window'));
    edit('data/severity.yaml', (text) => text.replace('critical: page', 'critical: ticket'));
    const second = build();
    expect(second).toContain('Shop window');
    expect(second).not.toContain('Web front</');
  });
});
