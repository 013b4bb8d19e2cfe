import {describe, expect, it} from 'vitest';
import {readRepository} from '../../src/lint/repository.ts';
import {sayFinding} from '../support/lint.ts';
import {handbook, ja} from '../support/sample.ts';

describe('the repository that rules look at', () => {
  it('holds every page of every language under the same name', () => {
    const root = handbook({'docs/a/page.mdx': 'Text.\n', [`${ja}/a/page.mdx`]: '文。\n', 'docs/a/_part.mdx': 'Part.\n'});
    const {repository, findings} = readRepository(root);
    expect(repository.pages.map(({name, language}) => `${language} ${name}`)).toEqual(['en a/page.mdx', 'ja a/page.mdx']);
    expect(repository.catalog?.services.has('shop')).toBe(true);
    expect(findings).toEqual([]);
  });

  it('gives slips of data/ as findings of the rule catalog, and still reads the pages', () => {
    const {repository, findings} = readRepository(handbook({'data/severity.yaml': 'labels: {critical: siren}\n', 'docs/a.mdx': 'Text.\n'}));
    expect(findings).toEqual([
      {
        file: 'data/severity.yaml',
        line: 1,
        column: 20,
        rule: 'catalog',
        severity: 'error',
        message: 'Unexpected critical: "siren", expected one of "page", "ticket", "note"',
      },
    ]);
    expect(repository.catalog).toBeUndefined();
    expect(repository.pages).toHaveLength(1);
  });

  it('gives a page that is not MDX as a finding with its place', () => {
    const {findings} = readRepository(handbook({'docs/a.mdx': 'Text.\n\nOne <pod> here.\n'}));
    expect(findings.map(sayFinding)).toEqual([expect.stringMatching(/^docs\/a\.mdx:3:\d+ .*closing tag/)]);
    expect(findings[0]?.rule).toBe('mdx');
  });
});
