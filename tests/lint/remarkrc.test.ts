import type {Root} from 'mdast';
import remarkParse from 'remark-parse';
import {unified, type Preset} from 'unified';
import {VFile} from 'vfile';
import {describe, expect, it} from 'vitest';

// Written for remark itself, which reads no TypeScript.
const {default: settings} = (await import(new URL('../../.remarkrc.mjs', import.meta.url).href)) as {default: Preset};

async function messages(path: string, value: string): Promise<string[]> {
  const file = new VFile({path, value});
  const processor = unified().use(remarkParse).use(settings);
  await processor.run(processor.parse(file) satisfies Root, file);
  return file.messages.map(({line, column, ruleId}) => `${line}:${column} ${ruleId}`);
}

describe('what an editor loads', () => {
  const text = '---\ntitle: A\n---\n\n## A {/* #a */}\n\n```bash\n$ ls\n```\n\n####### TODO\n';

  it('says of a page what lint says, to the last node', async () => {
    expect(await messages('docs/a.mdx', text)).toEqual([
      '2:1 page-front-matter',
      '8:1 shell-no-prompt',
      '11:9 no-stub',
      '11:8 no-heading-like-paragraph',
    ]);
  });

  it('says nothing of other Markdown', async () => {
    expect(await messages('README.md', text)).toEqual([]);
  });
});
