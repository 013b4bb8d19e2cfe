import {readFileSync} from 'node:fs';
import * as z from 'zod';
import type {Slip} from '../../catalog/slip.ts';
import {parseSources, type Source} from '../../catalog/source.ts';
import type {RuleFact} from './contract.ts';
import {CommandError} from '../../command/command-error.ts';
import type {Unread} from './unread.ts';
import {filesBelow} from './files-below.server.ts';

/** The part of a rule that coverage needs. Other people's files may hold more, or be written for a later Prometheus. */
const Group = z.looseObject({
  labels: z.record(z.string(), z.coerce.string()).nullish(),
  rules: z.array(z.unknown()).nullish(),
});
const Alerting = z.looseObject({
  alert: z.string().min(1),
  expr: z.coerce.string(),
  labels: z.record(z.string(), z.coerce.string()).nullish(),
  annotations: z.record(z.string(), z.coerce.string()).nullish(),
});

/**
 * Reads every alerting rule below a folder: Prometheus rule files, PrometheusRule resources and lists of them, several documents in a file. Other
 * YAML is passed over; what is no YAML comes back as unread.
 * @throws {CommandError} when there is no such folder, or no alerting rule in it.
 */
export function readRuleTree(folder: string): {rules: RuleFact[]; unread: Unread[]} {
  const slips: Slip[] = [];
  const rules = filesBelow(folder, /\.ya?ml$/i).flatMap(({file, path}) =>
    parseSources(file, readFileSync(path, 'utf8'), slips).flatMap((source) => rulesOf(source, slips)),
  );
  if (rules.length === 0 && slips.length === 0) throw new CommandError(`no alerting rule in ${folder}`);
  return {rules, unread: slips.map(({file, line, found}) => ({file, line, why: found}))};
}

function rulesOf(source: Source, slips: Slip[]): RuleFact[] {
  return groupPaths(source.value).flatMap(({path, group}) => {
    const read = Group.safeParse(group);
    if (!read.success) {
      slips.push({...source.place(path), found: 'what is no group of rules', expected: 'one'});
      return [];
    }
    return (read.data.rules ?? []).flatMap((value, r) => {
      if (!isRecord(value) || !('alert' in value)) return [];
      const place = source.place([...path, 'rules', r, 'alert']);
      const rule = Alerting.safeParse(value);
      if (!rule.success) {
        slips.push({...place, found: 'what is no alerting rule', expected: 'one'});
        return [];
      }
      const {alert, expr, labels, annotations} = rule.data;
      const severity = labels?.['severity'] ?? read.data.labels?.['severity'] ?? '';
      const url = annotations?.['runbook_url']?.trim();
      return [{alert, severity, expr, url: url === '' ? undefined : url, place}];
    });
  });
}

/** Where groups stand: at the top, in a resource, or in the resources of a list. */
function groupPaths(value: unknown, path: readonly PropertyKey[] = []): {path: readonly PropertyKey[]; group: unknown}[] {
  if (!isRecord(value)) return [];
  const {groups, spec, items} = value;
  if (Array.isArray(groups)) return groups.map((group: unknown, g) => ({path: [...path, 'groups', g], group}));
  if (Array.isArray(items)) return items.flatMap((item: unknown, i) => groupPaths(item, [...path, 'items', i]));
  return isRecord(spec) && 'groups' in spec ? groupPaths(spec, [...path, 'spec']) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
