import {existsSync, readdirSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {runCatalog} from '../../src/lint/engines/catalog.ts';
import {runMarkdownlint} from '../../src/lint/engines/markdownlint.ts';
import {runRemark} from '../../src/lint/engines/remark.ts';
import {catalogRules, remarkRules} from '../../src/lint/preset.ts';
import {readRepository} from '../../src/lint/repository.ts';
import {handbook, ja} from '../support/sample.ts';

const files = (folder: string): string[] => readdirSync(`src/lint/${folder}`).map((file) => file.replace(/\.ts$/, ''));

/** Rules by which a text, written in both languages, is refused. */
async function rulesAgainst(text: string): Promise<string[]> {
  const {repository, findings} = readRepository(handbook({'docs/a.mdx': text, [`${ja}/a.mdx`]: text}));
  const all = [
    ...findings,
    ...(await runRemark(repository.pages)),
    ...(await runMarkdownlint(repository.pages)),
    ...runCatalog(repository),
  ];
  return all.filter(({file}) => file === 'docs/a.mdx').map(({rule}) => rule);
}

describe('the preset', () => {
  it('holds every rule that is written', () => {
    expect(catalogRules.map(({id}) => id).toSorted()).toEqual(files('catalog').toSorted());
    expect(remarkRules.map(({name}) => name.replace('handbook-lint:', '')).toSorted()).toEqual(files('remark').toSorted());
  });

  it.each([...files('remark'), ...files('catalog')])('has a test of %s', (id) => {
    expect(existsSync(`tests/lint/${id}.test.ts`)).toBe(true);
  });

  const head = '---\ntitle: A\ndescription: A.\nkind: reference\nowner: sre\nstatus: adopted\n---\n\n';
  const concerns = [
    {name: 'a prompt', text: `${head}\`\`\`bash\n$ ls\n\`\`\`\n`, rule: 'shell-no-prompt'},
    {name: 'a placeholder', text: `${head}\`\`\`bash\nls <pod>\n\`\`\`\n`, rule: 'shell-no-placeholder'},
    {name: 'a stub', text: `${head}TODO\n`, rule: 'no-stub'},
    {name: 'a missing owner', text: `${head.replace('owner: sre\n', '')}Text.\n`, rule: 'page-front-matter'},
    {name: 'an unknown owner', text: `${head.replace('owner: sre', 'owner: sales')}Text.\n`, rule: 'owner-exists'},
    {name: 'an unknown service', text: `${head}<ServiceStatus service="gone" />\n`, rule: 'service-exists'},
    {name: 'an unknown alert', text: `${head}<FiringAlerts alert="Gone" />\n`, rule: 'runbook-alert-exists'},
    {name: 'a prop too many', text: `${head}<FiringAlerts colour="red" />\n`, rule: 'component-props'},
    {name: 'a heading without an id', text: `${head}## A\n`, rule: 'heading-ids-equal'},
    {name: 'a fence without a language', text: `${head}\`\`\`\nls\n\`\`\`\n`, rule: 'MD040'},
    {name: 'a skipped heading level', text: `${head}## A {/* #a */}\n\n#### B {/* #b */}\n`, rule: 'MD001'},
    {name: 'a title in the body', text: `${head}# Another title\n`, rule: 'MD025'},
  ];
  it.each(concerns)('says one thing, once, about $name', async ({text, rule}) => {
    expect(await rulesAgainst(text)).toEqual([rule]);
  });
});
