import {globSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {readGlossary} from '../../src/glossary/read-glossary.server.ts';
import {ja} from '../support/sample.ts';

const terms = new Set(readGlossary('.')?.value.terms.map(({id}) => id));
/** The terms that a page marks; what stands in a fence is an example. */
const marked = (file: string): string[] => {
  const text = readFileSync(file, 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');
  return [...text.matchAll(/<Term id="([^"]*)"/g)].map(([, id = '']) => id);
};
const pages = globSync('docs/**/*.mdx').map((file) => ({file, twin: file.replace('docs', ja), ids: marked(file)}));
const using = pages.filter(({ids}) => ids.length > 0);

describe('hard words on pages', () => {
  it('are marked on ten pages or more', () => {
    expect(using.length).toBeGreaterThanOrEqual(10);
  });

  it.each(using)('are in the glossary, once a page and the same in both languages: $file', ({ids, twin}) => {
    expect(ids.filter((id) => !terms.has(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(marked(twin).toSorted()).toEqual(ids.toSorted());
  });
});
