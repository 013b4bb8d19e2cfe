import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {applyBaseline} from './baseline/apply-baseline.ts';
import {pruneBaseline} from './baseline/prune-baseline.ts';
import {baselineFile, readBaseline} from './baseline/read-baseline.server.ts';
import {inOrder, type Finding} from './finding.ts';
import {lintCode} from './lint-code.server.ts';
import {inspectTree} from './lint-tree.server.ts';
import {isRule} from './rule-ids.ts';
import type {Scope} from './scope.server.ts';

interface Options {
  readonly scheduled: boolean;
  readonly prune: boolean;
}

export interface Outcome {
  readonly findings: readonly Finding[];
  readonly rules: number;
  /** Names of other people's tools that looked as well. */
  readonly tools: readonly string[];
  readonly files: number;
}

/** Everything that is checked, with what the baseline lets through taken out. */
export async function lintAll(scope: Scope, {scheduled, prune}: Options): Promise<Outcome> {
  const {root, only, files} = scope;
  const [tree, code] = await Promise.all([inspectTree(root, {scheduled, only, isTouched: scope.isTouched}), lintCode(scope)]);
  const found = [...tree.findings, ...withoutEchoes(code.findings, tree.findings)].filter(({file}) => only(file));
  let baseline = readBaseline(root);
  // Where data/ has slips, rules that need it saw nothing: that is not nothing left.
  const isWhole = !tree.findings.some(({rule}) => rule === 'catalog');
  if (prune && isWhole && baseline.entries.length > 0) {
    const path = join(root, baselineFile);
    const text = readFileSync(path, 'utf8');
    const pruned = pruneBaseline(text, found, only);
    if (pruned !== text) writeFileSync(path, pruned);
    baseline = readBaseline(root);
  }
  const today = tree.today.toISOString().slice(0, 10);
  const applied = applyBaseline(found, baseline.entries, {today, isKnown: isRule, isSeen: only, isWhole});
  return {
    findings: inOrder([...applied, ...baseline.findings]),
    rules: tree.rules,
    tools: [...tree.tools, ...code.tools],
    files: files.length,
  };
}

/** A file that is no YAML or no MDX is said to be so once. */
function withoutEchoes(findings: readonly Finding[], said: readonly Finding[]): Finding[] {
  const files = new Set(said.map(({file}) => file));
  return findings.filter(({rule, message, file}) => rule !== 'prettier' || !message.startsWith('Unexpected syntax') || !files.has(file));
}
