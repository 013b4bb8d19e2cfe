import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {describe, expect, it, onTestFinished} from 'vitest';

/** What the types say of one page. */
function check(text: string): string[] {
  // Below the repository, so that packages are found.
  mkdirSync('test-results', {recursive: true});
  const folder = mkdtempSync(resolve('test-results/mdx-'));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  writeFileSync(join(folder, 'page.mdx'), text);
  const base = resolve('src/lint/mdx');
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({extends: join(base, 'tsconfig.json'), include: [join(base, 'words.d.ts'), 'page.mdx']}),
  );
  const {stdout, stderr} = spawnSync(process.execPath, [join(base, 'check-types.ts'), '--project', folder, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return `${stdout}${stderr}`.split('\n').filter((line) => /^\S/.test(line));
}

describe('npm run types', () => {
  it('knows the words of a page and the types of their props', () => {
    const sound = '<Steps>\n\n<Step id="a" kind="check" title="A">\n\n<Expect match="ok">\n\nText.\n\n</Expect>\n\n</Step>\n\n</Steps>\n';
    const text = `---\ntitle: Page\n---\n\n## A {/* #a */}\n\n${sound}\nNow <ServiceStatus service={1} /> is\n\n<Step id="b" kind="look" title="B" />\n\n<Chart />\n\n<ErrorBudget />\n\n{missing}\n`;
    expect(check(text)).toEqual([
      "page.mdx(21,20): error TS2322: Type 'number' is not assignable to type 'string'.",
      'page.mdx(23,14): error TS2322: Type \'"look"\' is not assignable to type \'"check" | "change"\'.',
      expect.stringContaining("page.mdx(25,2): error TS2339: Property 'Chart' does not exist on type"),
      expect.stringContaining("page.mdx(27,2): error TS2322: Type '{}' is not assignable to type '{ slo: string; }"),
      "page.mdx(29,2): error TS2304: Cannot find name 'missing'.",
    ]);
  });
});
