import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {runCatalog} from '../../src/lint/engines/catalog.ts';
import {runMarkdownlint} from '../../src/lint/engines/markdownlint.ts';
import {runPrettier} from '../../src/lint/engines/prettier.ts';
import {listFiles} from '../../src/lint/list-files.server.ts';
import {runRemark} from '../../src/lint/engines/remark.ts';
import {readRepository} from '../../src/lint/repository.ts';
import {scaffold} from '../../src/scaffold/scaffold.server.ts';
import {handbook, ja, sound} from '../support/sample.ts';

const now = new Date('2026-01-31T23:30:00Z');
const prettierrc = readFileSync('.prettierrc.json', 'utf8');
const rules = `groups:
  - name: shop
    labels: {service: shop}
    rules:
      - alert: ShopHTTPSlow
        expr: |
          max by (zone) (latency_seconds{job="shop"}) > 1
        for: 10m
        labels: {severity: warning}
        annotations: {summary: '{{ $labels.pod }} in {{ $labels.namespace }} is slow.'}
      - alert: ShopHTTPSlow
        expr: max(latency_seconds) > 5
        labels: {severity: critical}
        annotations: {runbook_url: 'https://handbook.example/r/ShopHTTPSlow'}
`;
const org = (sound['data/catalog/org.yaml'] ?? '').replace('[sre-lead]', '[sre-lead, sre-second]');
const shop = (): string => handbook({'.prettierrc.json': prettierrc, 'data/catalog/org.yaml': org, 'data/alerts/shop.yaml': rules});

/** The text is not written yet, and so nobody has said that both languages agree. */
const unwritten = ['no-stub', 'translation-in-step', 'shell-params-declared'];

/** What lint says, without the rules that a page which is not written yet must break. */
async function otherFindings(root: string, expected: readonly string[]): Promise<string[]> {
  const {repository, findings} = readRepository(root);
  const all = [
    ...findings,
    ...(await runRemark(repository.pages)),
    ...(await runMarkdownlint(repository.pages)),
    ...runCatalog(repository, undefined, {today: now}),
    ...(await runPrettier(
      root,
      listFiles(root).filter((file) => /^(?:docs|i18n|data\/published)/.test(file)),
    )),
  ];
  expect(new Set(all.map(({rule}) => rule))).toContain('no-stub');
  return all.filter(({rule}) => !expected.includes(rule)).map(({file, line, rule, message}) => `${file}:${line} ${rule} ${message}`);
}

describe('npm run new -- runbook', () => {
  it('writes both languages from the rules, with nothing left for lint to say but what a person must write', async () => {
    const root = shop();
    expect(await scaffold(root, ['runbook', 'ShopHTTPSlow'], {now})).toEqual([
      'wrote docs/runbooks/shop-http-slow.mdx',
      `wrote ${ja}/runbooks/shop-http-slow.mdx`,
      'added ShopHTTPSlow to data/published-alerts.yaml',
      "add to the annotations of its rule: runbook_url: 'https://handbook.example/r/ShopHTTPSlow?pod={{ $labels.pod | urlquery }}&namespace={{ $labels.namespace | urlquery }}&zone={{ $labels.zone | urlquery }}'",
      'next: write what says TODO; npm run lint refuses the pages until then',
    ]);
    const english = readFileSync(join(root, 'docs/runbooks/shop-http-slow.mdx'), 'utf8');
    expect(english).toContain('title: Shop HTTP slow\n');
    expect(english).toContain('owner: sre\n');
    expect(english).toContain('# Severity critical (page), warning (ticket)');
    expect(english).toContain("  - { name: NAMESPACE, label: namespace, example: prod, pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' }\n");
    expect(english).toContain('  - { name: ZONE, label: zone, example: TODO }\n');
    expect(english).toContain('- `max by (zone) (…)`: the largest, one result for each `zone`\n');
    expect(english).toContain('- `for: 10m`: the result must be there for this long without a gap\n');
    expect(english).toContain('```promql\nmax by (zone) (latency_seconds{job="shop"}) > 1\n```');
    expect(english.indexOf('severity `critical`')).toBeLessThan(english.indexOf('severity `warning`'));
    expect(readFileSync(join(root, ja, 'runbooks/shop-http-slow.mdx'), 'utf8')).toContain('- `max by (zone) (…)`：`zone`ごとの最大値\n');
    expect(readCatalog(root).published.alerts).toMatchObject([{name: 'ShopHTTPSlow', since: '2026-01-31'}]);
    expect(await otherFindings(root, unwritten)).toEqual([]);
  });

  it('keeps the published addresses that are there, with their comments', async () => {
    const published = '# Keep.\nalerts:\n  - { name: Old, since: 2025-01-01 } # first\ntombstones: []\n';
    const root = handbook({'data/alerts/shop.yaml': rules, 'data/published-alerts.yaml': published});
    await scaffold(root, ['runbook', 'ShopHTTPSlow'], {now});
    expect(readFileSync(join(root, 'data/published-alerts.yaml'), 'utf8')).toBe(
      published.replace('tombstones', '  - { name: ShopHTTPSlow, since: 2026-01-31 }\ntombstones'),
    );
  });

  it('names near alerts when there is no such one', async () => {
    await expect(scaffold(shop(), ['runbook', 'ShopHttpSlw'], {now})).rejects.toThrow('did you mean ShopHTTPSlow?');
  });

  it('writes nothing over a page that is there, in any language, or beside one for the same alert', async () => {
    const there = handbook({'data/alerts/shop.yaml': rules, [`${ja}/runbooks/shop-http-slow.mdx`]: 'Mine.\n'});
    await expect(scaffold(there, ['runbook', 'ShopHTTPSlow'], {now})).rejects.toThrow(`${ja}/runbooks/shop-http-slow.mdx is there already`);
    expect(existsSync(join(there, 'docs/runbooks'))).toBe(false);
    expect(existsSync(join(there, 'data/published-alerts.yaml'))).toBe(false);
    const root = shop();
    await scaffold(root, ['runbook', 'ShopHTTPSlow'], {now});
    await expect(scaffold(root, ['runbook', 'ShopHTTPSlow'], {now})).rejects.toThrow(
      'ShopHTTPSlow has a runbook already: docs/runbooks/shop-http-slow.mdx',
    );
  });
});

describe('npm run new', () => {
  it.each([
    {kind: 'guideline', files: ['docs/guidelines/on-call.mdx', `${ja}/guidelines/on-call.mdx`]},
    {kind: 'procedure', files: ['docs/procedures/on-call.mdx', `${ja}/procedures/on-call.mdx`]},
    {kind: 'retro', files: ['docs/retrospectives/records/2026-01-31-on-call.md']},
    {kind: 'decision', files: ['docs/reference/decisions/on-call.mdx']},
  ])('writes a $kind with the front matter and sections of its kind', async ({kind, files}) => {
    const root = handbook({'.prettierrc.json': prettierrc, 'data/catalog/org.yaml': org});
    expect(await scaffold(root, [kind, 'on-call'], {now})).toEqual([
      ...files.map((file) => `wrote ${file}`),
      'next: write what says TODO; npm run lint refuses the page until then',
    ]);
    expect(await otherFindings(root, unwritten)).toEqual([]);
  });

  it('writes a postmortem whose facts nobody can know beforehand: each is asked for', async () => {
    const root = handbook({'.prettierrc.json': prettierrc, 'data/catalog/org.yaml': org});
    expect(await scaffold(root, ['postmortem', 'site-down'], {now})).toContain('wrote docs/postmortems/2026-01-31-site-down.md');
    const findings = await otherFindings(root, unwritten);
    expect(findings.filter((finding) => !/"?(severity|services|noticed_by|minutes)"?/.test(finding))).toEqual([]);
    expect(findings).toHaveLength(4);
  });

  it('writes a record in the language that it is told, where records lie', async () => {
    const root = handbook();
    await scaffold(root, ['postmortem', 'site-down', '--lang', 'ja'], {now});
    const text = readFileSync(join(root, 'docs/postmortems/2026-01-31-site-down.md'), 'utf8');
    expect(text).toContain('lang: ja\n');
    expect(text).toContain('## 要約 {/* #summary */}');
  });

  it.each([
    {args: ['poem', 'x'], message: "unexpected kind 'poem', expected one of runbook, guideline, procedure, postmortem, retro, decision"},
    {args: ['guideline'], message: 'expected a kind and one name'},
    {args: ['guideline', '../x'], message: "unexpected name '../x', expected words of a-z and 0-9, joined by hyphens"},
    {args: ['retro', 'x', '--lang', 'fr'], message: "unexpected language 'fr', expected one of en, ja"},
    {args: ['guideline', 'x', '--lang', 'ja'], message: 'unexpected --lang: a guideline is written in every language'},
  ])('refuses $args', async ({args, message}) => {
    await expect(scaffold(handbook(), args, {now})).rejects.toThrow(message);
  });
});
