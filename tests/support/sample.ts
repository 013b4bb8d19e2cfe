import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {onTestFinished} from 'vitest';

/** The smallest handbook without a fault: one team, one service, one alert that only informs, no page. */
export const sound: Readonly<Record<string, string>> = {
  'data/site.yaml': `name: {en: Handbook, ja: ハンドブック}
organisation: {en: Example, ja: 例}
sample: true
url: https://handbook.example
repository: https://git.example/handbook
languages: [en, ja]
brand: '#336699'
`,
  'data/severity.yaml': 'labels: {critical: page, warning: ticket, info: note}\n',
  'data/live.yaml': 'sources: []\nwatchdog: Watchdog\nprobes: []\nmayBeAbsent: []\n',
  'data/catalog/org.yaml': `apiVersion: backstage.io/v1alpha1
kind: Group
metadata: {name: sre}
spec: {type: team, children: [], members: [sre-lead]}
`,
  'data/catalog/shop.yaml': `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: shop}
spec: {type: service, lifecycle: production, owner: sre}
`,
  'data/alerts/general.yaml': `groups:
  - name: general
    rules:
      - alert: Watchdog
        expr: vector(1)
        labels: {severity: info}
`,
};

/** A handbook in a folder of its own: the sound one with these files added or replaced. It is gone when the test is over. */
export function handbook(files: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'handbook-'));
  onTestFinished(() => rmSync(root, {recursive: true, force: true}));
  for (const [file, text] of Object.entries({...sound, ...files})) {
    mkdirSync(dirname(join(root, file)), {recursive: true});
    writeFileSync(join(root, file), text);
  }
  return root;
}

/** Where the pages of a language lie. */
export const ja = 'i18n/ja/docusaurus-plugin-content-docs/current';
