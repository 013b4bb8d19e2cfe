import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {frontMatterOf, sectionsOf} from '../../src/lint/content.ts';
import {parsePage} from '../../src/lint/parse.ts';
import {catalogRules, publicRules, remarkRules} from '../../src/lint/preset.ts';
import {ja} from '../support/sample.ts';

/** The promises of the handbook, by the names that pages, baselines and other people's tools know. */
const promised = [
  'agenda-adds-up',
  'alert-needs-runbook',
  'change-needs-undo',
  'component-props',
  'draft-decided',
  'evidence-fresh',
  'guideline-sections',
  'heading-ids-equal',
  'no-secret',
  'no-stub',
  'owner-bus-factor',
  'owner-exists',
  'page-front-matter',
  'postmortem-actions',
  'practice-exists',
  'promql-no-vector-zero',
  'promql-parses',
  'register-fresh',
  'runbook-alert-exists',
  'runbook-first-screen',
  'runbook-front-matter',
  'runbook-sections',
  'runbook-url-kept',
  'runbook-url-resolves',
  'service-exists',
  'shell-no-placeholder',
  'shell-no-prompt',
  'shell-params-declared',
  'shell-params-quoted',
  'shell-parses',
  'step-needs-expect',
  'term-spelling',
  'translation-commands-equal',
  'translation-exists',
  'translation-in-step',
  'try-at-most-three',
  'try-carried-twice',
  'try-has-owner-and-date',
];
/** A rule that is another tool, with its engine. */
const engines = new Map([['no-secret', 'secretlint']]);
/** Pages and fixtures of other people's rules about prose, which have names of their own. */
const prose = ['english-prose', 'japanese-prose'];

const files = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));

describe('the preset', () => {
  it('holds every rule that is written, and no other', () => {
    expect(catalogRules.map(({id}) => id).toSorted()).toEqual(files('src/lint/catalog', '.ts').toSorted());
    expect(remarkRules.map(({name}) => name.replace('handbook-lint:', '')).toSorted()).toEqual(files('src/lint/remark', '.ts').toSorted());
  });

  it('keeps every promise', () => {
    const written = [...files('src/lint/catalog', '.ts'), ...files('src/lint/remark', '.ts'), ...engines.keys()];
    expect(written.toSorted()).toEqual(promised.toSorted());
  });

  it('names rules of remark-lint one by one', () => {
    expect(publicRules.map(({name}) => name).filter((name) => !name.startsWith('remark-lint:no-'))).toEqual([]);
  });

  it('has fixtures of its rules only', () => {
    expect(files('tests/fixtures/lint', '.yaml').filter((name) => ![...promised, ...prose].includes(name))).toEqual([]);
  });
});

describe.each(promised)('%s', (id) => {
  it('has a test and a tree that it refuses', () => {
    expect([`tests/lint/${id}.test.ts`, `tests/fixtures/lint/${id}.yaml`].filter((file) => !existsSync(file))).toEqual([]);
  });

  it.each(['docs', ja])('has a page that says why, what is wrong, what is right, and when to switch it off, in %s', (folder) => {
    const file = `${folder}/reference/lint/${id}.mdx`;
    const tree = parsePage(file, readFileSync(file, 'utf8'));
    if ('rule' in tree) throw new Error(tree.message);
    expect(frontMatterOf(tree, file)?.value).toMatchObject({title: id, kind: 'reference', owner: 'sre', status: 'adopted'});
    expect(sectionsOf(tree).map((section) => section.id)).toEqual(['why', 'wrong', 'right', 'options', 'off']);
  });

  it('shows on both pages the same fault, with its message', () => {
    // The last of the fences under "wrong" is what lint says.
    const said = ['docs', ja].map((folder) => {
      const text = readFileSync(`${folder}/reference/lint/${id}.mdx`, 'utf8');
      const wrong = text.slice(text.indexOf('{/* #wrong */}'), text.indexOf('{/* #right */}'));
      return [...wrong.matchAll(/^(`{3,})text\n([\s\S]*?)^\1$/gm)].at(-1)?.[2];
    });
    expect(said[0]).toMatch(/^Unexpected /m);
    expect(said[1]).toMatch(/^Unexpected /m);
  });
});
