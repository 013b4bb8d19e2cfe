import {cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {describe, expect, it, onTestFinished} from 'vitest';
import {readExamples, readResult, sample} from '../../src/access-log/examples.server.ts';
import {openWarehouse} from '../../src/access-log/warehouse.server.ts';
import {draftDecided} from '../../src/lint/catalog/draft-decided.ts';
import {evidenceFresh} from '../../src/lint/catalog/evidence-fresh.ts';
import {ownerExists} from '../../src/lint/catalog/owner-exists.ts';
import {translationInStep} from '../../src/lint/catalog/translation-in-step.ts';
import {tryAtMostThree} from '../../src/lint/catalog/try-at-most-three.ts';
import {runCatalog} from '../../src/lint/engines/catalog.ts';
import {guidelineSections} from '../../src/lint/remark/guideline-sections.ts';
import {pageFrontMatter} from '../../src/lint/remark/page-front-matter.ts';
import {postmortemActions} from '../../src/lint/remark/postmortem-actions.ts';
import {readRepository} from '../../src/lint/repository.ts';
import type {CatalogRule} from '../../src/lint/rule.ts';
import {releaseMeasures} from '../../src/measures/release-measures.ts';
import {checkPlan} from '../../src/policies/check-plan.ts';
import {Plan} from '../../src/policies/contract.ts';
import {busFactor} from '../../src/registers/bus-factor.ts';
import {enoughRows, headroomOf} from '../../src/registers/headroom.ts';
import {hoursOf, toilLimit} from '../../src/registers/hours.ts';
import {readUsablePages} from '../../src/runbook/evidence/pages.server.ts';
import {evidenceText} from '../../src/runbook/evidence/text.ts';
import {cellIn, healthAfter} from '../support/health.ts';
import {lintFiles, lintText, page} from '../support/lint.ts';
import {brokenData, registersOf, sampleDay, slipsOf} from '../support/registers.ts';
import {ja} from '../support/sample.ts';

interface Edit {
  /** Below the root of the repository. */
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
}

const register = (name: string): string => `registers/${name}.yaml`;

/** A file of this repository with a text replaced; a text that is not there fails the test. */
function broken({file, from, to}: Edit): string {
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} has no ${String(from)}`);
  return changed;
}

/** What a rule about the whole tree says of a copy of this repository's texts with one of them changed or added. */
function lintCopy(rule: CatalogRule, file: string, text: string): string[] {
  const root = mkdtempSync(join(tmpdir(), 'handbook-practice-'));
  onTestFinished(() => rmSync(root, {recursive: true, force: true}));
  for (const part of ['data', 'docs', 'i18n']) cpSync(part, join(root, part), {recursive: true});
  writeFileSync(join(root, file), text);
  const {repository} = readRepository(root);
  return runCatalog(repository, [rule], {today: new Date(sampleDay)}).map((finding) => `${finding.file} ${finding.message}`);
}

/** The same where the rule looks at few files: the one that is broken, and these. */
function lintFew(rule: CatalogRule, edit: Edit, others: readonly string[] = []): string[] {
  const files = Object.fromEntries(others.map((file) => [file, readFileSync(file, 'utf8')]));
  return lintFiles(rule, {...files, [edit.file]: broken(edit)});
}

/** An old use of a runbook that wakes somebody. */
function oldUse(): {readonly file: string; readonly text: string} {
  const facts = {kind: 'drill', by: 'sre-primary', outcome: 'worked', minutes: 9, note: '', lang: 'en'} as const;
  const runbook = readUsablePages('.', 'en').find(({alerts}) => alerts.includes('BlackboxProbeFailed'));
  if (runbook === undefined) throw new Error('the sample has no runbook of BlackboxProbeFailed');
  const hash = 'a'.repeat(64);
  return {
    file: `data/evidence/2026-01-05T0312Z-${basename(runbook.page)}.yaml`,
    text: evidenceText({...facts, page: runbook.page, steps: hash, alert: hash}),
  };
}

/** Refusals of a plan that passes, after one text of it was replaced. */
function refusals(from: string | RegExp, to: string): string[] {
  const plan = Plan.parse(JSON.parse(broken({file: 'examples/terraform/fixtures/pass/defaults.plan.json', from, to})));
  return checkPlan(plan, {today: sampleDay}).breaches.map(({policy}) => policy);
}

async function answerOfHalfTheLog(id: string): Promise<readonly unknown[]> {
  const folder = mkdtempSync(join(tmpdir(), 'handbook-practice-'));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  const lines = readFileSync(sample, 'utf8').split('\n');
  const half = join(folder, 'half.jsonl');
  writeFileSync(half, lines.slice(0, lines.length / 2).join('\n'));
  const warehouse = await openWarehouse();
  onTestFinished(() => warehouse.close());
  await warehouse.load(half, () => undefined);
  const example = readExamples('.').find(({query}) => query.id === id);
  return (await warehouse.ask(example?.sql ?? '')).rows;
}

/** Titles and minutes of an agenda that its page does not show. */
function boxesNotOnPage(root: string): string[] {
  const shown = readFileSync('docs/retrospectives/kpt.mdx', 'utf8').replaceAll(/ +/g, ' ');
  const agenda = registersOf(root).agendas.find(({value}) => value.id === 'kpt-60')?.value;
  return (agenda?.boxes ?? []).map(({title, minutes}) => `| ${title.en} | ${minutes} |`).filter((row) => !shown.includes(row));
}

interface Case {
  readonly practice: string;
  readonly how: string;
  readonly said: () => readonly string[] | Promise<readonly string[]>;
  readonly says: string | RegExp;
}

const guideline = 'docs/guidelines/slo.mdx';

/** For each practice whose check is a rule about pages, or a test: how it is broken on a copy, and what is said of it. */
const cases: readonly Case[] = [
  {
    practice: 'A1',
    how: 'a mission page that serves no vision',
    said: () => lintText(pageFrontMatter, broken({file: 'docs/mission/index.mdx', from: /serves: .*\n/, to: ''})),
    says: /Unexpected serves: nothing/,
  },
  {
    practice: 'A4',
    how: 'a seat that nobody wrote into the charter',
    said: () => slipsOf(brokenData([{file: register('charter'), from: / {2}- id: sre-lead\n(?: {4}.*\n)+/, to: ''}])),
    says: /expected the seat @sre-lead$/,
  },
  {
    practice: 'A6',
    how: 'a service whose team no longer releases it alone',
    said: () => {
      const from = /(service: web-front\n(?:.*\n){2} +by: )own-team/g;
      const now = (root: string): number | undefined => {
        const releases = registersOf(root).releases.map(({value}) => value);
        return releaseMeasures(releases, sampleDay).find(({id}) => id === 'self-deploy-share')?.now.value;
      };
      const [before = 0, after = 0] = [now('.'), now(brokenData([{file: register('releases'), from, to: '$1sre'}]))];
      return [after < before ? 'the share falls' : 'nothing is seen'];
    },
    says: 'the share falls',
  },
  {
    practice: 'A9',
    how: 'a runbook that wakes somebody and last worked long ago, otherwise than it is written now',
    said: () => {
      const {file, text} = oldUse();
      return lintCopy(evidenceFresh, file, text);
    },
    says: /Unexpected steps and alert rules other than those that worked on 2026-01-05/,
  },
  {
    practice: 'A12',
    how: 'a postmortem that does not say who noticed first',
    said: () => lintText(pageFrontMatter, broken({file: globSync('docs/postmortems/20*.md')[0] ?? '', from: /noticed_by: .*\n/, to: ''})),
    says: /Unexpected noticed_by: nothing, expected one of "alert"/,
  },
  {
    practice: 'A14',
    how: 'a postmortem that only prevents',
    said: () =>
      lintText(
        postmortemActions,
        page('postmortem', '## Actions\n\n### Prevent\n\n- `@sre-lead` raises the limit until 2026-12-01.', 'lang: en\n'),
      ),
    says: /pre-empt/i,
  },
  {
    practice: 'A20',
    how: 'a load test with a tenth of the rows',
    said: () => {
      const tests = registersOf(brokenData([{file: register('load-tests'), from: 'rows: 610000', to: 'rows: 61000'}]))['load-tests'];
      const heads = headroomOf(
        tests.map(({value}) => value),
        sampleDay,
      );
      return heads.flatMap(({service, likeness}) => (likeness < enoughRows ? [service] : []));
    },
    says: 'search',
  },
  {
    practice: 'A24',
    how: 'a module whose store may be deleted unless somebody says otherwise',
    said: () => refusals('"owner": "lending",', ''),
    says: 'policy/needs-owner',
  },
  {
    practice: 'A25',
    how: 'a plan in which a service of level A stands in one zone',
    said: () => refusals(/"zone-a",\s+"zone-b"/, '"zone-a"'),
    says: /^policy\/.*zone/,
  },
  {
    practice: 'A26',
    how: 'a row of the baseline that names a policy which does not exist',
    said: () => {
      const rows = registersOf(
        brokenData([{file: register('policies'), from: 'policy: policy/needs-owner', to: 'policy: policy/needs-love'}]),
      );
      const known = new Set(globSync('src/policies/rules/*.ts').map((file) => `policy/${basename(file, '.ts')}`));
      return rows.policies.flatMap(({value: {policy}}) => (policy === undefined || known.has(policy) ? [] : [policy]));
    },
    says: 'policy/needs-love',
  },
  {
    practice: 'A33',
    how: 'a restore that took longer than it may',
    said: () => {
      const edit = {file: 'evidence/2026-09-24T0535Z-restore-database.yaml', from: 'minutes: 88', to: 'minutes: 130'};
      return cellIn(healthAfter([edit]), 'recovery', 'search').findings.map(({state, says}) => `${state}: ${says.en}`);
    },
    says: 'down: the restore of 2026-09-24 took 130 min, 120 are allowed.',
  },
  {
    practice: 'V1',
    how: 'a service that nobody has undone for a year',
    said: () => {
      const from = /(id: legacy-reports-undo-20260206\n(?:.*\n){2} +at: )2026-02-06/;
      const done = registersOf(brokenData([{file: register('operators'), from, to: '$12025-11-01'}])).operators.map(({value}) => value);
      const {able} = busFactor('legacy-reports', done, {today: sampleDay, roles: new Set(['data-engineer', 'data-lead'])});
      return [`${able.length} can operate it`];
    },
    says: '0 can operate it',
  },
  {
    practice: 'V2',
    how: 'a seat whose time is promised twice',
    said: () => slipsOf(brokenData([{file: register('charter'), from: 'business: 0.5', to: 'business: 0.7'}])),
    says: /found business: 0\.7, expected 0\.5: both shares are 1 together/,
  },
  {
    practice: 'V4',
    how: 'a tool of the business that belongs to nobody',
    said: () =>
      lintCopy(
        ownerExists,
        'data/registers/requests.yaml',
        broken({file: 'data/registers/requests.yaml', from: 'owner: sre', to: 'owner: nobody'}),
      ),
    says: /requests\.yaml Unexpected team or role "nobody"/,
  },
  {
    practice: 'V7',
    how: 'half of the log',
    said: async () => {
      const answer = await answerOfHalfTheLog('error-rate-by-route');
      return [JSON.stringify(answer) === JSON.stringify(readResult('.', 'error-rate-by-route').rows) ? 'the same' : 'another answer'];
    },
    says: 'another answer',
  },
  {
    practice: 'V11',
    how: 'a guideline of another shape',
    said: () => lintText(guidelineSections, broken({file: guideline, from: /## When it does not fit [^]*?(?=\n## )/, to: ''})),
    says: /without the section "exceptions"/,
  },
  {
    practice: 'V14',
    how: 'a draft of last winter',
    said: () => {
      const edit = {file: 'docs/mission/future-picture.mdx', from: /drafted: .*/, to: 'drafted: 2026-02-28'};
      return lintCopy(draftDecided, edit.file, broken(edit));
    },
    says: /future-picture\.mdx Unexpected draft of 2026-02-28, expected it adopted or deleted within 120 days/,
  },
  {
    practice: 'V17',
    how: 'four Tries of one retrospective',
    said: () =>
      lintFew(
        tryAtMostThree,
        {
          file: 'data/registers/tries.yaml',
          from: /records\/2026-(?:10-30|10-16)-kpt/g,
          to: 'records/2026-11-13-kpt',
        },
        globSync('docs/retrospectives/records/*.md'),
      ),
    says: /Unexpected \d Tries of retrospectives\/records\/2026-11-13-kpt, expected at most three/,
  },
  {
    practice: 'V18',
    how: 'a meeting whose page promises another time',
    said: () => boxesNotOnPage(brokenData([{file: 'agendas/kpt-60.yaml', from: 'minutes: 8', to: 'minutes: 9'}])),
    says: '| Silent writing | 9 |',
  },
  {
    practice: 'V20',
    how: 'a guideline without its reason',
    said: () => lintText(guidelineSections, broken({file: guideline, from: /## Background [^]*?(?=\n## )/, to: ''})),
    says: /without the section "background"/,
  },
  {
    practice: 'V22',
    how: 'four weeks of trouble',
    said: () => {
      const edit = {file: register('toil'), from: /interrupts: \d+/g, to: 'interrupts: 352'};
      const weeks = registersOf(brokenData([edit])).toil.map(({value}) => value);
      return [(hoursOf(weeks, 'sre').at(-1)?.toil ?? 0) > toilLimit ? 'more than half' : 'within the limit'];
    },
    says: 'more than half',
  },
  {
    practice: 'V23',
    how: 'a load test that gives way before twice the peak',
    said: () => {
      const from = /(id: lending-api-20261022\n(?:.*\n){3} +held_per_second: )\d+/;
      const tests = registersOf(brokenData([{file: register('load-tests'), from, to: '$1200'}]))['load-tests'].map(({value}) => value);
      return headroomOf(tests, sampleDay).flatMap(({service, times}) => (times < 2 ? [service] : []));
    },
    says: 'lending-api',
  },
  {
    practice: 'V27',
    how: 'a page that was mended in one language',
    said: () =>
      lintFew(translationInStep, {file: guideline, from: /\n## /, to: '\nOne sentence more.\n\n## '}, [
        `${ja}/guidelines/slo.mdx`,
        'i18n/sync.json',
      ]),
    says: /guidelines\/slo\.mdx:1:1 Unexpected/,
  },
];

describe('a practice that is not kept', () => {
  it.each(cases)('is found: $practice, $how', async ({said, says}) => {
    const lines = await said();
    expect(lines.filter((line) => (typeof says === 'string' ? line === says : says.test(line)))).not.toEqual([]);
  });

  it('is not found in this repository', () => {
    expect(boxesNotOnPage('.')).toEqual([]);
    expect(refusals('"mode"', '"mode" ')).toEqual([]);
  });

  it('is broken here or among the registers, whichever it is', () => {
    const elsewhere = readFileSync('tests/registers/broken-data.test.ts', 'utf8');
    const practices = registersOf('.').practices.flatMap(({value}) => (value.kind === 'practice' ? [value.id] : []));
    const isBroken = (id: string): boolean => cases.some(({practice}) => practice === id) || elsewhere.includes(`practice: '${id}'`);
    expect(practices.filter((id) => !isBroken(id))).toEqual([]);
  });
});
