import {describe, expect, it} from 'vitest';
import {isSameMeaning} from '../../../src/lint/fix/same-meaning.ts';

const page =
  '---\ntitle: A\n---\n\n## A {/* #a */}\n\n<Steps>\n<Step id="a" kind="check">\n\n- See [b](/b)\n\n```bash\nls\n```\n\n</Step>\n</Steps>\n';
const same = (after: string): boolean => isSameMeaning('docs/a.mdx', page, after);

describe('a mended page', () => {
  it.each([
    {name: 'spaces and list marks', after: page.replace('- See', '*   See').replace('title: A', 'title:   A')},
    {name: 'quotes of the front matter', after: page.replace('title: A', "title: 'A'")},
    {name: 'blank lines between words', after: page.replace('<Steps>\n', '<Steps>\n\n')},
  ])('may differ in $name', ({after}) => {
    expect(after).not.toBe(page);
    expect(same(after)).toBe(true);
  });

  it.each([
    {name: 'a word', after: page.replace('<Steps>\n', '').replace('</Steps>\n', '')},
    {name: 'a prop', after: page.replace('id="a"', 'id="b"')},
    {name: 'what stands in a step', after: page.replace('</Step>\n', '').replace('```bash', '</Step>\n\n```bash')},
    {name: 'a command', after: page.replace('ls\n', 'ls -l\n')},
    {name: 'an id', after: page.replace('#a', '#b')},
    {name: 'an address', after: page.replace('(/b)', '(/c)')},
    {name: 'the front matter', after: page.replace('title: A', 'title: B')},
    {name: 'what MDX cannot read', after: page.replace('See', '<https://example.com>')},
  ])('may not differ in $name', ({after}) => {
    expect(after).not.toBe(page);
    expect(same(after)).toBe(false);
  });
});
