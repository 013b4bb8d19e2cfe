import {rmSync, writeFileSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Finding} from '../../../src/lint/finding.ts';
import {lintTree} from '../../../src/lint/lint-tree.server.ts';
import type {Fault, Planter, Tree} from './fault.ts';
import type {Random} from './random.ts';

/** A fault with the place that it was given. */
export interface Planted extends Fault {
  readonly planter: Planter;
  /** Files that nothing else may be planted into in the same round: the page in both languages, or the file of data. */
  readonly taken: string;
}

export interface Outcome {
  readonly planted: readonly Planted[];
  readonly missed: readonly Planted[];
  /** What is new in the tree and no fault of the round explains. */
  readonly extra: readonly {readonly finding: Finding; readonly beside: string}[];
}

/** Rules that speak of any page that changed; they are left out where their own faults are not looked for. */
const echoing: ReadonlySet<string> = new Set(['translation-in-step', 'translation-commands-equal', 'evidence-fresh']);
/** What is left out in a round. textlint takes longer than everything else together, and has its own rounds. */
const groups = {plain: [...echoing, 'japanese-prose'], echoing: ['japanese-prose'], prose: [...echoing]} as const;
type Group = keyof typeof groups;

function groupOf({planter: {rule}}: Planted): Group {
  return echoing.has(rule) ? 'echoing' : rule.startsWith('textlint/') ? 'prose' : 'plain';
}

/** At most `quota` faults for each rule, spread over its planters and, where there is a choice, over pages. */
export function choose(tree: Tree, planters: readonly Planter[], {quota, random}: {quota: number; random: Random}): Planted[] {
  const byRule = Map.groupBy(planters, ({rule}) => rule);
  return [...byRule.values()].flatMap((ofRule) => {
    const queues = ofRule.map((planter) => candidates(tree, planter, random));
    const chosen: Planted[] = [];
    for (let i = 0; chosen.length < quota && queues.length > 0;) {
      const at = i % queues.length;
      const next = queues[at]?.next();
      if (next?.done === false) {
        chosen.push(next.value);
        i++;
      } else queues.splice(at, 1);
    }
    return chosen;
  });
}

function* candidates(tree: Tree, planter: Planter, random: Random): Generator<Planted, undefined> {
  if (planter.kind === 'data') {
    const texts = new Set<string>();
    for (let tries = 0; tries < 12; tries++) {
      const fault = planter.plant(tree, random);
      const text = JSON.stringify(fault?.files);
      if (fault === undefined || texts.has(text)) continue;
      texts.add(text);
      yield {...fault, planter, taken: Object.keys(fault.files).join(' ')};
    }
    return;
  }
  // A page may take the same fault at another place, once all pages had one.
  for (let turn = 0; turn < 3; turn++) {
    for (const page of random.shuffle(tree.pages)) {
      const planted = planter.plant(page, random, tree);
      if (planted === undefined) continue;
      const fault = 'files' in planted ? planted : {files: {[page.file]: planted.text}, at: page.file, lines: planted.lines};
      if (fault.files[page.file] !== page.text) yield {...fault, planter, taken: page.name};
    }
  }
}

/** Faults that can be judged beside each other: never two in one file, or in a page and its translation. */
export function intoRounds(all: readonly Planted[]): Planted[][] {
  const rounds: {readonly faults: Planted[]; readonly taken: Set<string>; readonly group: Group}[] = [];
  for (const fault of all) {
    const group = groupOf(fault);
    const alone = fault.planter.alone === true;
    const free = rounds.find(
      (round) => !alone && round.group === group && !round.taken.has(fault.taken) && round.faults[0]?.planter.alone !== true,
    );
    if (free === undefined) rounds.push({faults: [fault], taken: new Set([fault.taken]), group});
    else {
      free.faults.push(fault);
      free.taken.add(fault.taken);
    }
  }
  return rounds.map(({faults}) => faults);
}

/** Plants every round, looks, and takes it out again. */
export async function judge(tree: Tree, rounds: readonly (readonly Planted[])[]): Promise<Outcome> {
  const before = new Map<Group, readonly Finding[]>();
  const missed: Planted[] = [];
  const extra: {finding: Finding; beside: string}[] = [];
  for (const faults of rounds) {
    const [first] = faults;
    if (first === undefined) continue;
    const group = groupOf(first);
    const known = before.get(group) ?? (await look(tree, group));
    before.set(group, known);
    const texts = new Map<string, readonly [string, string | undefined]>();
    for (const {files} of faults)
      for (const [file, text] of Object.entries(files)) texts.set(file, [readFileSync(join(tree.root, file), 'utf8'), text]);
    write(tree, new Map([...texts].map(([file, [, text]]) => [file, text])));
    const after = await look(tree, group);
    write(tree, new Map([...texts].map(([file, [text]]) => [file, text])));
    const fresh = newOnes(known, after, texts);
    const taken = new Set<Finding>();
    for (const fault of faults) {
      const found = fresh.find((finding) => !taken.has(finding) && finds(finding, fault));
      if (found === undefined) missed.push(fault);
      else taken.add(found);
    }
    for (const finding of fresh) {
      if (taken.has(finding) || faults.some(({planter}) => planter.explains?.includes(finding.rule))) continue;
      const beside = faults.filter(({files}) => finding.file in files);
      extra.push({finding, beside: beside.map(({planter}) => `${planter.rule}: ${planter.name}`).join('; ')});
    }
  }
  return {planted: rounds.flat(), missed, extra};
}

function write(tree: Tree, texts: ReadonlyMap<string, string | undefined>): void {
  for (const [file, text] of texts) {
    if (text === undefined) rmSync(join(tree.root, file));
    else writeFileSync(join(tree.root, file), text);
  }
}

async function look(tree: Tree, group: Group): Promise<readonly Finding[]> {
  return lintTree(tree.root, {without: new Set(groups[group]), prose: group === 'prose'});
}

function finds({rule, file, line}: Finding, {planter, at, lines}: Fault & {planter: Planter}): boolean {
  const isThere = at instanceof RegExp ? at.test(file) : at === file || at.includes(file);
  return rule === planter.rule && isThere && (lines === undefined || (line >= lines[0] && line <= lines[1]));
}

/** Findings that were not there before. Lines below a change have moved with it. */
function newOnes(
  before: readonly Finding[],
  after: readonly Finding[],
  texts: ReadonlyMap<string, readonly [string, string | undefined]>,
): Finding[] {
  const moved = new Map([...texts].map(([file, [old, text]]) => [file, moves(old, text ?? '')]));
  const known = new Map<string, number>();
  for (const finding of before) {
    const key = keyOf(finding, moved.get(finding.file)?.(finding.line) ?? finding.line);
    known.set(key, (known.get(key) ?? 0) + 1);
  }
  return after.filter((finding) => {
    const key = keyOf(finding, finding.line);
    const count = known.get(key) ?? 0;
    known.set(key, count - 1);
    return count <= 0;
  });
}

/** A message may name a line elsewhere, and that line may have moved. */
function keyOf({file, rule, message}: Finding, line: number): string {
  return `${file}:${line} ${rule} ${message.replaceAll(/:\d+/g, ':N')}`;
}

/** Where a line of the old text stands in the new one. */
function moves(old: string, text: string): (line: number) => number {
  const [a, b] = [old.split('\n'), text.split('\n')];
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return (line) => (line <= same ? line : line + b.length - a.length);
}
