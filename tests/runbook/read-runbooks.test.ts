import {describe, expect, it} from 'vitest';
import {docsFolder, readRunbooks} from '../../src/runbook/read-runbooks.server.ts';
import {handbook, ja} from '../support/sample.ts';

const runbook =
  '---\ntitle: A\ndescription: A.\nkind: runbook\nowner: sre\nstatus: adopted\nalerts: [A]\naliases: []\nimpact: Slow.\nescalate_to: sre\nescalate_after_minutes: 15\naccess_needed: []\nsymptoms: []\nparams: []\n---\n';

describe('reading runbooks', () => {
  it('gives each page but the list, in the order of the files', () => {
    const root = handbook({
      'docs/runbooks/b.mdx': runbook,
      'docs/runbooks/a.mdx': runbook,
      'docs/runbooks/index.mdx': 'List.\n',
      'docs/runbooks/note.txt': '',
    });
    expect(readRunbooks(root, 'en').map(({slug}) => slug)).toEqual(['runbooks/a', 'runbooks/b']);
  });

  it('looks for a language where Docusaurus does', () => {
    expect(docsFolder('ja')).toBe(ja);
    expect(docsFolder('en')).toBe('docs');
    const root = handbook({[`${ja}/runbooks/a.mdx`]: runbook});
    expect(readRunbooks(root, 'ja')).toHaveLength(1);
    expect(readRunbooks(root, 'en')).toEqual([]);
  });

  it('reports the slips of all of them at once, at their places in the page', () => {
    const root = handbook({
      'docs/runbooks/a.mdx': runbook.replace('15', 'soon'),
      'docs/runbooks/b.mdx': 'No front matter.\n',
    });
    expect(() => readRunbooks(root, 'en')).toThrow(
      '2 slips to mend:\n' +
        '  docs/runbooks/a.mdx:11:25 found escalate_after_minutes: "soon", expected a value of type number\n' +
        '  docs/runbooks/b.mdx:1:1 found no front matter, expected the front matter of a runbook',
    );
  });
});
