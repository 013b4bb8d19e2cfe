import {describe, expect, it} from 'vitest';
import {runCatalog} from '../../src/lint/engines/catalog.ts';
import {readRepository} from '../../src/lint/repository.ts';
import {stepNeedsExpect} from '../../src/lint/catalog/step-needs-expect.ts';
import {lintFiles, page} from '../support/lint.ts';
import {handbook} from '../support/sample.ts';

const step = (body: string, id = 'a'): string => `<Steps>\n<Step id="${id}" kind="check" title="A">\n\n${body}\n\n</Step>\n</Steps>\n`;
const command = '```bash\nls\n```\n\n';
const expectation = '<Expect>\n\nFiles.\n\n</Expect>\n\n';
const check = (body: string): string[] =>
  lintFiles(stepNeedsExpect, {
    'docs/a.mdx': page('runbook', body),
    'docs/runbooks/full.mdx': page('runbook', 'Text.', 'alerts: [DiskFull]\naliases: [DiskAlmostFull]\n'),
  });

describe('step-needs-expect', () => {
  const accepted = [
    step(command + expectation),
    step('Press the button.'),
    step('```text\nls\n```'),
    step(`<Undo>\n\n${command}</Undo>`),
    step(`${command}${expectation}<Otherwise goto="a" />`),
    `## Fix {/* #fix */}\n\n${step(`${command}${expectation}<Otherwise goto="fix" />`)}`,
    step(`${command}${expectation}<Otherwise goto="/r/DiskFull" />\n\n<Otherwise goto="/r/DiskAlmostFull" />`),
    step(`${command}${expectation}<Otherwise goto="Of another shape" />`),
  ];
  it.each(accepted)('accepts %j', (body) => {
    expect(check(body)).toEqual([]);
  });

  it('knows the runbooks that nobody asks about', () => {
    const body = step(`${command}${expectation}<Otherwise goto="/r/DiskFull" />`);
    const root = handbook({'docs/a.mdx': page('runbook', body), 'docs/full.mdx': page('runbook', 'Text.', 'alerts: [DiskFull]\n')});
    const only = (file: string): boolean => file === 'docs/a.mdx';
    expect(runCatalog(readRepository(root).repository, [stepNeedsExpect], {today: new Date()}, only)).toEqual([]);
  });

  const refused = [
    {body: step(command), messages: ['10:1 Unexpected step "a" without <Expect>, expected what one should see after its command']},
    {
      body: step('```promql\nup\n```'),
      messages: ['10:1 Unexpected step "a" without <Expect>, expected what one should see after its command'],
    },
    {body: step(`${command}<Expect match="a" />`), messages: ['16:1 Unexpected <Expect> that says nothing, expected what one should see']},
    {
      body: step(`${command}${expectation}<Otherwise goto="b" />`),
      messages: ['22:1 Unexpected goto="b", expected a step or section of this page such as "a"'],
    },
    {
      body: step(`${command}${expectation}<Otherwise goto="/r/DiskFul" />`),
      messages: ['22:1 Unexpected goto="/r/DiskFul", expected an alert that has a runbook such as "/r/DiskFull"'],
    },
    {
      body: `## A {/* #a */}\n\n${step('Text.')}`,
      messages: ['12:1 Unexpected id "a" a second time, expected each id once in a page'],
    },
  ];
  it.each(refused)('refuses $body', ({body, messages}) => {
    expect(check(body)).toEqual(messages.map((message) => `docs/a.mdx:${message}`));
  });
});
