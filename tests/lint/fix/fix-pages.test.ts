import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {fixPages} from '../../../src/lint/fix/fix-pages.server.ts';
import {handbook} from '../../support/sample.ts';

describe('--fix', () => {
  it('writes a page in its form, and leaves alone what would no longer be the same page or cannot be read', async () => {
    const files = {
      'docs/a.mdx': '*  one\n*  two [ three ](/b)\n',
      'docs/broken.mdx': 'One <pod> here.\n',
      'docs/bytes.mdx': '\0',
    };
    const root = handbook(files);
    expect(await fixPages(root, Object.keys(files))).toEqual([]);
    const read = (file: string): string => readFileSync(join(root, file), 'utf8');
    expect(read('docs/a.mdx')).toBe('- one\n- two [three](/b)\n');
    expect(read('docs/broken.mdx')).toBe(files['docs/broken.mdx']);
    expect(read('docs/bytes.mdx')).toBe('\0');
  });
});
