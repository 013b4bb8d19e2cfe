import {describe, expect, it} from 'vitest';
import {evidenceFresh} from '../../src/lint/catalog/evidence-fresh.ts';
import {runCatalog} from '../../src/lint/engines/catalog.ts';
import {readRepository} from '../../src/lint/repository.ts';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {proofOf} from '../../src/runbook/evidence/pages.server.ts';
import {evidenceText, type EvidenceFacts} from '../../src/runbook/evidence/text.ts';
import {page, sayFinding} from '../support/lint.ts';
import {handbook} from '../support/sample.ts';

const file = 'docs/runbooks/shop-down.mdx';
const step = '<Step id="look" kind="check" title="Look">\n\n```bash\nls\n```\n\n</Step>\n';
const text = page('runbook', step, 'alerts: [ShopDown]\naliases: []\n');
const rules = (severity: string): string =>
  `groups:\n  - name: shop\n    rules:\n      - {alert: ShopDown, expr: up == 0, labels: {severity: ${severity}}}\n`;

function lint({
  severity = 'critical',
  now = '2026-04-01',
  body = text,
  ...facts
}: Partial<EvidenceFacts> & Record<string, string> = {}): string[] {
  const files = {[file]: body, 'data/alerts/shop.yaml': rules(severity)};
  const proof = proofOf({page: 'runbooks/shop-down', file, text, alerts: ['ShopDown'], aliases: []}, readCatalog(handbook(files)));
  const use: EvidenceFacts = {
    page: 'runbooks/shop-down',
    kind: 'drill',
    by: 'sre-lead',
    outcome: 'worked',
    minutes: 5,
    note: 'A note.',
    lang: 'en',
    ...proof,
    ...facts,
  };
  const {repository, findings} = readRepository(handbook({...files, 'data/evidence/2026-01-31T0312Z-shop-down.yaml': evidenceText(use)}));
  return [...findings, ...runCatalog(repository, [evidenceFresh], {today: new Date(now)})].map(sayFinding);
}

describe('evidence-fresh', () => {
  it('accepts a drill of two months ago that worked', () => {
    expect(lint()).toEqual([]);
  });

  it('accepts a runbook that nobody has used: it says so itself', () => {
    const {repository} = readRepository(handbook({[file]: text, 'data/alerts/shop.yaml': rules('critical')}));
    expect(runCatalog(repository, [evidenceFresh])).toEqual([]);
  });

  it('accepts an old use of what wakes nobody', () => {
    expect(lint({severity: 'warning', now: '2028-01-01'})).toEqual([]);
  });

  const again = 'a use since then: run a drill, then npm run evidence';
  const refused: readonly {name: string; given: Parameters<typeof lint>[0]; says: string}[] = [
    {
      name: 'a use of more than half a year ago',
      given: {now: '2026-08-01'},
      says: `runbook that last worked on 2026-01-31, more than 180 days ago, expected ${again}`,
    },
    {
      name: 'other steps',
      given: {body: text.replace('\nls\n', '\nls -l\n')},
      says: `steps other than those that worked on 2026-01-31, expected ${again}`,
    },
    {
      name: 'another rule of the alert',
      given: {alert: 'a'.repeat(64)},
      says: `alert rules other than those that worked on 2026-01-31, expected ${again}`,
    },
    {name: 'a use that failed', given: {outcome: 'failed'}, says: `runbook that failed on 2026-01-31, expected it mended, and ${again}`},
    {
      name: 'a use that worked only with changes',
      given: {outcome: 'worked-with-changes'},
      says: `runbook that worked only with changes on 2026-01-31, expected them on the page, and ${again}`,
    },
  ];
  it.each(refused)('refuses $name', ({given, says}) => {
    expect(lint(given)).toEqual([`${file}:7:9 Unexpected ${says}`]);
  });
});
