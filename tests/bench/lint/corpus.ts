import {cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {basename, dirname, join, relative} from 'node:path';
import {fencesOf, sectionsOf} from '../../../src/lint/content.ts';
import {parsePage} from '../../../src/lint/parse.ts';
import {sectionIds} from '../../../src/lint/sections.ts';

const base = 'tests/fixtures/lint/base/data';
/** Headings that public runbooks have in place of ours. */
const alike: Readonly<Record<string, string>> = {
  diagnosis: 'check',
  mitigation: 'fix',
  resolution: 'fix',
  verification: 'verify',
  escalation: 'escalate',
};

export interface Wrapped {
  readonly pages: number;
  /** Pages that are no MDX, or that no site would show. */
  readonly skipped: number;
}

/**
 * Makes a handbook of somebody's Markdown: each page gets the front matter that it lacks, its headings their ids, and its alert a rule. What stands
 * in the page stays as it is.
 */
export function wrapCorpus(folder: string, root: string): Wrapped {
  cpSync(base, join(root, 'data'), {recursive: true});
  const site = readFileSync(join(base, 'site.yaml'), 'utf8');
  writeFileSync(join(root, 'data/site.yaml'), site.replace(/^languages: .*$/m, 'languages: [en]'));
  const names = new Set<string>();
  let skipped = 0;
  for (const file of readdirSync(folder, {recursive: true, encoding: 'utf8'}).toSorted()) {
    if (!/\.mdx?$/.test(file) || /(^|\/)(node_modules|\.git)\//.test(file)) continue;
    const name = file.endsWith('_index.md') || basename(file).startsWith('_') ? '' : basename(file).replace(/\.mdx?$/, '');
    const text = name === '' ? undefined : wrap(name, readFileSync(join(folder, file), 'utf8'));
    if (text === undefined || names.has(name.toLowerCase())) {
      skipped++;
      continue;
    }
    names.add(name.toLowerCase());
    const path = join(root, 'docs/runbooks', `${name}.mdx`);
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, text);
  }
  const alerts = readdirSync(join(root, 'docs/runbooks')).map((file) => relative('.', file).replace(/\.mdx$/, ''));
  writeFileSync(join(root, 'data/alerts/shop.yaml'), rules(alerts.filter(isAlert)));
  writeFileSync(
    join(root, 'data/published-alerts.yaml'),
    `alerts:\n${alerts
      .filter(isAlert)
      .map((name) => `  - { name: ${name}, since: 2026-03-01 }\n`)
      .join('')}tombstones: []\n`,
  );
  return {pages: names.size, skipped};
}

function isAlert(name: string): boolean {
  return /^[A-Z][A-Za-z0-9]+$/.test(name) && name !== 'README';
}

function wrap(name: string, source: string): string | undefined {
  const body = source
    .replaceAll('\r\n', '\n')
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^# .*\n/m, '');
  const tree = parsePage(name, body);
  if ('rule' in tree) return undefined;
  const lines = body.split('\n');
  const seen = new Set<string>();
  for (const {line, text, id, depth} of sectionsOf(tree)) {
    if (id !== undefined || !/^#+ /.test(lines[line - 1] ?? '')) continue;
    const slug =
      text
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-|-$/g, '') || 'section';
    const known = depth === 2 ? (alike[slug] ?? slug) : slug;
    lines[line - 1] += ` {/* #${seen.has(known) ? `${known}-${line}` : known} */}`;
    seen.add(known);
  }
  const runbook = isAlert(name);
  const missing = runbook ? sectionIds.runbook.filter((id) => !seen.has(id) && ['verify', 'escalate'].includes(id)) : [];
  const more = missing.map((id) => `\n## ${id} {/* #${id} */}\n\nAs everywhere.\n`);
  const page = `---\n${frontMatter(name, runbook, params(body))}---\n\n${lines.join('\n').trim()}\n${more.join('')}`;
  return 'rule' in parsePage(name, page) ? undefined : page;
}

function frontMatter(name: string, runbook: boolean, names: readonly string[]): string {
  const common = `title: ${name}\ndescription: What ${name} is about.\nkind: ${runbook ? 'runbook' : 'reference'}\nowner: sre\nstatus: adopted\n`;
  if (!runbook) return common;
  const declared = names.map((one) => `\n  - { name: ${one}, label: ${one.toLowerCase()}, example: one }`).join('');
  return `${common}alerts: [${name}]\naliases: []\nimpact: See below.\nescalate_to: '@sre-lead'\nescalate_after_minutes: 15\naccess_needed: []\nsymptoms: [${name}]\nparams:${declared || ' []'}\n`;
}

/** What commands of the page ask for without having set it. */
function params(body: string): string[] {
  const tree = parsePage('page.mdx', body);
  if ('rule' in tree) return [];
  const commands = fencesOf(tree)
    .filter(({lang}) => /^(ba|z)?sh(ell)?$/.test(lang))
    .map(({text}) => text)
    .join('\n');
  const used = new Set([...commands.matchAll(/\$([A-Z][A-Z0-9_]+)/g)].map(([, name]) => name ?? ''));
  return [...used].filter((name) => !new RegExp(`\\b${name}=`).test(commands));
}

function rules(names: readonly string[]): string {
  const one = (name: string): string => `      - alert: ${name}
        expr: shop_volume_free_ratio{part="${name}"} < 0.1
        for: 5m
        labels: { severity: critical, service: shop }
        annotations:
          summary: ${name} holds.
          runbook_url: https://handbook.example/r/${name}
`;
  return `groups:\n  - name: shop\n    rules:\n${names.map(one).join('')}      - alert: Watchdog\n        expr: vector(1)\n        labels: { severity: info }\n`;
}
