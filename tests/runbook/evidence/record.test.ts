import {spawnSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {UsageError} from '../../../src/command/command-error.ts';
import {readCatalog} from '../../../src/catalog/read-catalog.server.ts';
import {proofOf, readUsablePages} from '../../../src/runbook/evidence/pages.server.ts';
import {readEvidence} from '../../../src/runbook/evidence/read-evidence.server.ts';
import {recordUse} from '../../../src/runbook/evidence/record.server.ts';
import {trustOf} from '../../../src/runbook/evidence/trust.ts';
import {handbook, ja} from '../../support/sample.ts';

const runbook = (command: string): string => `---
title: Shop down
description: The shop does not answer.
kind: runbook
owner: sre
status: adopted
alerts: [Watchdog]
aliases: [ShopGone]
impact: Nobody can buy.
escalate_to: sre
escalate_after_minutes: 15
access_needed: []
symptoms: []
params: []
---

<Steps>
<Step id="see" kind="check" title="See">

\`\`\`bash
${command}
\`\`\`

</Step>
</Steps>
`;
const procedure = '---\ntitle: Restore\ndescription: Bring it back.\nkind: procedure\nowner: sre\nstatus: adopted\n---\n\n';
const files = {
  'docs/runbooks/shop-down.mdx': runbook('ls'),
  [`${ja}/runbooks/shop-down.mdx`]: runbook('ls'),
  'docs/procedures/index.mdx': procedure,
  'docs/procedures/db/restore.mdx': `${procedure}<Step id="a" kind="check" title="A">\n\n\`\`\`bash\nls\n\`\`\`\n\n</Step>\n`,
  'docs/procedures/prose.mdx': `${procedure}Only words.\n`,
};
const now = new Date('2026-03-01T03:12:45Z');
const full = ['--kind', 'drill', '--by', '@sre-lead', '--outcome', 'worked', '--minutes', '12', '--lang', 'en'];
const written = (root: string): string[] => readdirSync(join(root, 'data')).filter((name) => name === 'evidence');

/** Answers as somebody at a terminal would, in this order. */
function terminal(...answers: string[]): {ask: (question: string) => Promise<string>; asked: string[]} {
  const asked: string[] = [];
  return {asked, ask: (question) => (asked.push(question), Promise.resolve(answers[asked.length - 1] ?? 'end of answers'))};
}

describe('recording a use', () => {
  it('writes what the page and its alerts say now, which then proves the page', async () => {
    const root = handbook(files);
    const said = await recordUse(root, ['shopgone', ...full], {ask: undefined, now});
    const file = 'data/evidence/2026-03-01T0312Z-shop-down.yaml';
    const [page] = readUsablePages(root, 'en');
    if (page === undefined) throw new Error('the runbook is read');
    const proof = proofOf(page, readCatalog(root));
    expect(said).toBe(
      `wrote ${file}\n  steps ${proof.steps}  1 of docs/runbooks/shop-down.mdx\n  alert ${proof.alert}  rules of Watchdog (1)\n`,
    );
    const evidence = readEvidence(root, {pages: new Set([page.page])});
    expect(evidence).toMatchObject([
      {page: 'runbooks/shop-down', by: 'sre-lead', minutes: 12, note: '', at: '2026-03-01T03:12Z', ...proof},
    ]);
    expect(trustOf(evidence, proof).kind).toBe('proven');
  });

  it('never overwrites', async () => {
    const root = handbook(files);
    await recordUse(root, ['shop-down', ...full], {ask: undefined, now});
    const file = 'data/evidence/2026-03-01T0312Z-shop-down.yaml';
    const before = readFileSync(join(root, file), 'utf8');
    await expect(recordUse(root, ['shop-down', ...full, '--note', 'Again.'], {ask: undefined, now})).rejects.toThrow(
      `${file} is there already`,
    );
    expect(readFileSync(join(root, file), 'utf8')).toBe(before);
  });

  it('names everything that is missing or wrong where nobody sits at a terminal, and writes nothing', async () => {
    const root = handbook(files);
    const missing = recordUse(root, ['shop-down', '--kind', 'play', '--minutes', '1.5'], {ask: undefined, now});
    await expect(missing).rejects.toThrow(
      [
        '--kind: unexpected "play", expected one of incident, drill, game-day, table-top',
        '--minutes: unexpected "1.5", expected a whole number up to 10080',
        '--by is missing, expected sre-lead',
        '--outcome is missing, expected one of worked, worked-with-changes, failed',
        '--lang is missing, expected one of en, ja',
      ].join('\n'),
    );
    expect(written(root)).toEqual([]);
  });

  it('asks for a sentence about a failure', async () => {
    const root = handbook(files);
    const args = ['shop-down', ...full.with(full.indexOf('worked'), 'failed')];
    await expect(recordUse(root, args, {ask: undefined, now})).rejects.toThrow('--note: expected what went otherwise than written');
    const {ask, asked} = terminal('', 'The pod was gone.');
    await recordUse(root, args, {ask, now});
    expect(asked).toHaveLength(2);
    expect(readEvidence(root, {pages: new Set(['runbooks/shop-down'])})).toMatchObject([{note: 'The pod was gone.', outcome: 'failed'}]);
  });

  it('asks at a terminal for what was not given, until there is an answer', async () => {
    const root = handbook(files);
    const {ask, asked} = terminal('play', 'drill', 'Jane', '@sre-lead', 'worked', '', 'ja');
    await recordUse(root, ['WATCHDOG', '--minutes', '3'], {ask, now});
    expect(asked.map((question) => question.split('?')[0])).toEqual([
      'What was it',
      'What was it',
      'Which role used the page',
      'Which role used the page',
      'How did it go',
      'In a sentence: what should the next reader know',
      'In which language is that sentence',
    ]);
    expect(readEvidence(root, {pages: new Set(['runbooks/shop-down'])})).toMatchObject([{kind: 'drill', minutes: 3, lang: 'ja'}]);
  });

  it('takes the page in the language in which it was read', async () => {
    const root = handbook({...files, [`${ja}/runbooks/shop-down.mdx`]: runbook('ls -l')});
    const said = await recordUse(root, ['shop-down', ...full.with(full.indexOf('en'), 'ja')], {ask: undefined, now});
    expect(said).toContain(`1 of ${ja}/runbooks/shop-down.mdx`);
    const [page] = readUsablePages(root, 'en');
    const [evidence] = readEvidence(root, {pages: new Set(['runbooks/shop-down'])});
    expect(page && proofOf(page, readCatalog(root)).steps).not.toBe(evidence?.steps);
  });

  it('records procedures, whose alert is that of no rule', async () => {
    const root = handbook(files);
    expect(await recordUse(root, ['db/restore', ...full], {ask: undefined, now})).toContain('rules of no alert');
    expect(readEvidence(root, {pages: new Set(['procedures/db/restore'])})).toHaveLength(1);
  });

  it.each([
    ['a page without steps', 'prose', 'docs/procedures/prose.mdx has no <Step>: there is nothing that a use could prove'],
    ['an index', 'procedures/index', 'unexpected "procedures/index"'],
    ['a misspelt alert', 'ShopGonne', 'expected the name of an alert with a runbook, or of a page, such as ShopGone'],
    ['a path', '../../../etc/passwd', 'expected the name of an alert'],
  ])('refuses %s', async (_, name, message) => {
    const root = handbook(files);
    await expect(recordUse(root, [name, ...full], {ask: undefined, now})).rejects.toThrow(message);
    expect(written(root)).toEqual([]);
  });

  it.each([[[]], [['a', 'b']], [['shop-down', '--who', 'me']]])('refuses to be called otherwise: %j', async (args) => {
    await expect(recordUse(handbook(files), args, {ask: undefined, now})).rejects.toThrow(UsageError);
  });

  it('ends with 2 and writes nothing when the script lacks something and has no terminal', () => {
    const {status, stderr, stdout} = spawnSync(process.execPath, ['src/runbook/evidence/main.server.ts', 'no-such-page'], {
      encoding: 'utf8',
    });
    expect({status, stdout}).toEqual({status: 2, stdout: ''});
    expect(stderr).toContain('nothing was recorded: unexpected "no-such-page"');
  });
});
