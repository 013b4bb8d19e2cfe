import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {FrontMatter} from '../../src/page/contract.ts';
import {registers} from '../../src/registers/contract.ts';
import {ja} from '../support/sample.ts';

/** The text below a title such as `data/registers/providers.yaml`. */
function fence(file: string, title: string): string {
  const text = readFileSync(file, 'utf8');
  const found = text.split('```').find((part) => part.includes(`title="${title}"`));
  return found?.slice(found.indexOf('\n') + 1) ?? '';
}

describe.each(['docs', ja])('the texts to copy in %s', (folder) => {
  const file = `${folder}/reference/templates.mdx`;

  it('have the shape of an entry of the register', () => {
    const entries: unknown = parse(fence(file, 'data/registers/providers.yaml'));
    expect(registers.providers.safeParse({entries}).error?.issues ?? []).toEqual([]);
  });

  it('have the front matter of a decision', () => {
    const [, matter = ''] = fence(file, 'docs/reference/decisions/WHAT-WAS-DECIDED.mdx').split('---\n');
    expect(FrontMatter.safeParse(parse(matter)).error?.issues ?? []).toEqual([]);
  });
});
