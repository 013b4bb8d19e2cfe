import {describe, expect, it} from 'vitest';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {handoverNote, type Known, type Note} from '../../src/handover/note.ts';
import {findOwner, ownersOf} from '../../src/handover/owners.ts';
import {readKnown} from '../../src/handover/read-known.server.ts';
import {sayNote} from '../../src/handover/say-note.ts';
import {siteAddress} from '../../src/handover/site-address.ts';
import {page} from '../support/lint.ts';
import {registersOf, sampleDay} from '../support/registers.ts';
import {handbook} from '../support/sample.ts';

const now = new Date('2026-11-22T12:00Z');
const known = (language: 'en' | 'ja'): Known => {
  const whole = readKnown('.', language, now);
  return {...whole, registers: registersOf('.'), evidence: whole.evidence.filter(({at}) => at.slice(0, 10) <= sampleDay), today: sampleDay};
};
const sample = known('en');
const japanese = known('ja');
const note = (owner: string, from = sample): Note => handoverNote(findOwner(owner, from.catalog), from);
const say = (owner: string, language: 'en' | 'ja' = 'en'): string =>
  sayNote(note(owner, language === 'en' ? sample : japanese), {language, site: siteAddress(sample.catalog.site, language)});
/** The items below a heading. */
const part = (text: string, heading: string): string => text.split(/^## /m).find((one) => one.startsWith(heading)) ?? `no part ${heading}`;

describe('owners', () => {
  it('are every Group with its roles, each once', () => {
    const names = ownersOf(sample.catalog).map(({name}) => name);
    expect(names.slice(0, 6)).toEqual(['sre', '@sre-lead', '@sre-primary', '@sre-secondary', '@drill-lead', 'lending']);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are all named when there is no such owner', () => {
    const catalog = readCatalog('.');
    expect(() => findOwner('nobody', catalog)).toThrow(
      /^found the owner "nobody", expected one of @corp-it-desk, .*, @support-lead, corp-it, data, lending, payments, sre, support$/,
    );
    expect(() => findOwner('sre-lead', catalog)).toThrow('found the owner "sre-lead", expected @sre-lead: a role has its @');
  });
});

describe('a handover note', () => {
  it('holds what a Group owns: services, alerts with runbooks, pages, stores, drills', () => {
    const {services, alerts, pages, drillsDue} = note('sre');
    expect(services.map(({service}) => service.name)).toEqual(['cluster', 'monitoring', 'sre-handbook']);
    expect(alerts.map(({alert, runbook}) => [alert.name, runbook?.slug])).toContainEqual(['Watchdog', 'runbooks/watchdog']);
    expect(pages.map(({slug}) => slug)).toContain('guidelines/ownership-handover');
    expect(drillsDue.map(({store, state}) => [store.store, state.kind])).toContainEqual(['photo-store', 'never']);
  });

  it('gives the alert of a service to its owner, whoever wrote the runbook', () => {
    const of = (owner: string): string[] => note(owner).alerts.map(({alert}) => alert.name);
    expect(of('lending')).toEqual(expect.arrayContaining(['BlackboxProbeFailed', 'ApiErrorBudgetBurn']));
    expect(of('sre')).not.toContain('BlackboxProbeFailed');
  });

  it('gives a Group the Tries of its roles, and a role only its own', () => {
    const ids = (owner: string): string[] => note(owner).tries.map(({id}) => id);
    expect(ids('sre')).toEqual(expect.arrayContaining([...ids('@sre-primary'), ...ids('@drill-lead')]));
    expect(ids('@drill-lead')).toContain('try-20261113-2');
    expect(ids('@drill-lead')).not.toContain('try-20261113-1');
  });

  it('leaves out what is over: Tries that are done, single points that are gone, debt that is settled', () => {
    expect(note('sre').tries.every(({status}) => status === 'open')).toBe(true);
    expect(note('sre').spofs.map(({id}) => id)).toEqual(['lending-db-one-zone']);
    const debt = note('lending').others.find(({register}) => register === 'debt');
    expect(debt?.ids).toEqual(['two-login-flows']);
  });

  it('says of a role what nobody else can operate', () => {
    expect(note('@data-engineer').operates.map(({service, others}) => [service.name, others])).toEqual([
      ['log-warehouse', ['data-lead']],
      ['legacy-reports', []],
    ]);
    expect(part(say('@data-engineer'), 'Services that')).toContain('**Legacy reports** (`legacy-reports`): nobody else can');
  });

  it('names what ends: exceptions, and versions within 90 days of their end', () => {
    expect(part(say('data'), 'Exceptions')).toMatch(/`legacy-reports-by-hand`: .* Ends on 2026-12-15\./);
    expect(part(say('data'), 'Versions')).toContain('windows-server 2016, supported until 2027-01-12, 51 days left.');
    expect(part(say('lending'), 'Versions')).toContain('None.');
  });

  it('says of a register in which nothing is written that nothing is recorded, and not that there is none', () => {
    const {registers} = sample;
    const empty = {...registers, operators: [], spof: [], exceptions: [], versions: [], stores: [], tries: []};
    const [en, ja] = (['en', 'ja'] as const).map((language) => sayNote(note('sre', {...sample, registers: empty}), {language, site: ''}));
    for (const heading of ['Stores', 'Recovery', 'Open Tries', 'Single', 'Exceptions', 'Versions'])
      expect(part(en ?? '', heading)).toContain('Nothing recorded yet.');
    expect(part(en ?? '', 'Services')).toContain('Who can operate it: nothing recorded yet');
    expect(en).not.toContain('Nobody did all three');
    expect(part(ja ?? '', '単一障害点')).toContain('まだ記録がない。');
    expect(part(ja ?? '', 'サービス')).toContain('運用できる役割：まだ記録がない');
  });

  it('changes with the day: a drill that was done becomes one that is due', () => {
    const later = {...sample, today: '2027-01-03'};
    const state = (from: Known): string | undefined => note('sre', from).stores.find(({store}) => store.store === 'lending-db')?.state.kind;
    expect([state(sample), state(later)]).toEqual(['fresh', 'stale']);
    expect(note('sre', {...sample, today: '2026-09-30'}).drillsDue.map(({store}) => store.store)).not.toContain('lending-db');
  });

  it('has the same parts with the same counts in both languages', () => {
    for (const owner of ['sre', 'payments', '@sre-primary']) {
      const counts = (text: string): (string | undefined)[] => [...text.matchAll(/^## .*?[（(](\d+)[）)]$/gm)].map(([, count]) => count);
      const [en, ja] = [say(owner), say(owner, 'ja')];
      expect(counts(en).length).toBeGreaterThan(8);
      expect(counts(ja)).toEqual(counts(en));
      expect(ja).toContain('<https://handbook.reiji.example/ja/guidelines/ownership-handover#handover-note>');
      expect(ja).not.toMatch(/undefined|null|\[object/);
      expect(en).not.toMatch(/undefined|null|\[object/);
    }
  });

  it('reads whole', () => {
    const root = handbook({
      'data/catalog/org.yaml': `apiVersion: backstage.io/v1alpha1
kind: Group
metadata: {name: sales, title: Sales, annotations: {handbook/title-ja: 営業, handbook/channel: '#sales'}}
spec: {type: team, children: [], members: [sales-lead, sales-desk]}
`,
      'data/catalog/shop.yaml': `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: shop
  title: Shop
  description: Sells tools.
  annotations: {handbook/title-ja: 店, handbook/description-ja: 道具を売る。, handbook/level: B, prometheus.io/alert: Watchdog}
spec: {type: service, lifecycle: production, owner: sales}
`,
      'data/registers/operators.yaml': `entries:
  - {id: one, service: shop, task: release, at: 2026-10-01, role: sales-lead, occasion: earnest, minutes: 12}
  - {id: two, service: shop, task: undo, at: 2026-10-02, role: sales-lead, occasion: drill, minutes: 5}
  - {id: three, service: shop, task: runbook, at: 2026-10-03, role: sales-lead, occasion: drill, minutes: 7}
  - {id: four, service: shop, task: undo, at: 2026-11-01, role: sales-desk, occasion: drill, finished: false, minutes: 40}
`,
      'data/registers/exceptions.yaml': `entries:
  - id: by-hand
    what: {en: The shop is released by hand., ja: 店を手作業でリリースする。}
    why: {en: It moves., ja: 移行中。}
    owner: '@sales-lead'
    since: 2026-06-15
    expires: 2026-12-15
`,
      'docs/guidelines/shop.mdx': page('guideline', 'Text.').replace('owner: sre', 'owner: sales').replace('adopted', 'draft'),
      'docs/index.mdx': page('reference', 'Text.').replace('owner: sre', 'owner: sales'),
    });
    const own = readKnown(root, undefined, now);
    const text = sayNote(note('sales', own), {language: 'en', site: 'https://handbook.example'});
    expect(text.replaceAll(/\n\n/g, '\n')).toMatchInlineSnapshot(`
      "# Handover note: Sales
      As of 2026-11-22: what \`data/\` and the pages know. Written by \`npm run handover -- sales\`.
      Background, promises, surprises and proof are in no file. They are written by hand beside this note: <https://handbook.example/guidelines/ownership-handover#handover-note>
      - Team: \`sales\`, channel \`#sales\`
      - Roles: \`@sales-lead\`, \`@sales-desk\`
      ## Services (1)
      - **Shop** (\`shop\`, level B): Sells tools.
        - Only one role can operate it: sales-lead
        - Last done: release 2026-10-01 (sales-lead, 12 min), undo 2026-10-02 (sales-lead, 5 min), runbook 2026-10-03 (sales-lead, 7 min)
      ## Alerts and their runbooks (1)
      - \`Watchdog\` (note): no runbook yet
      ## Runbooks that call this owner (0)
      None.
      ## Stores (0)
      Nothing recorded yet.
      ## Recovery drills due (0)
      Nothing recorded yet.
      ## Open Tries (0)
      Nothing recorded yet.
      ## Single points of failure (0)
      Nothing recorded yet.
      ## Exceptions (1)
      - \`by-hand\`: The shop is released by hand. Ends on 2026-12-15.
      ## Versions near their end (0)
      Nothing recorded yet.
      ## Other entries of registers (0)
      None.
      ## Pages (2)
      - \`guidelines/\` (1): shop (draft)
      - front page: index
      "
    `);
    const inJapanese = sayNote(note('sales', own), {language: 'ja', site: 'https://handbook.example/ja'});
    expect(part(inJapanese, 'サービス')).toMatchInlineSnapshot(`
      "サービス（1）

      - **店**（\`shop\`、レベルB）：道具を売る。
        - 運用できる役割が1つだけ：sales-lead
        - 前回：リリース 2026-10-01（sales-lead、12分）、取り消し 2026-10-02（sales-lead、5分）、ランブック 2026-10-03（sales-lead、7分）

      "
    `);
  });
});
