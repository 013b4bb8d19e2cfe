import {parser} from '@prometheus-io/lezer-promql';
import {parse, stringify} from 'yaml';
import {milliseconds} from '../catalog/duration.ts';

/** The longest that a rule waits in the demo, and the furthest that it looks back, so that a person sees it react. */
export const patience = '10s';

interface RuleFile {
  readonly groups?: readonly {interval?: string; readonly rules?: readonly Record<string, unknown>[]}[];
}

/** A file of alert rules in which no rule waits or looks back longer than that. All else stays as it is. */
export function impatient(text: string): string {
  const file = parse(text) as RuleFile;
  for (const group of file.groups ?? []) {
    delete group.interval;
    for (const rule of group.rules ?? []) {
      for (const key of ['for', 'keep_firing_for']) if (typeof rule[key] === 'string') rule[key] = shorter(rule[key]);
      if (typeof rule['expr'] === 'string') rule['expr'] = shortSighted(rule['expr']);
    }
  }
  return stringify(file);
}

function shorter(duration: string): string {
  return milliseconds(duration) > milliseconds(patience) ? patience : duration;
}

/** `max_over_time(waiting[5m])` holds for five minutes after the last sample: nobody wants to wait for that. */
function shortSighted(expr: string): string {
  const windows: {readonly from: number; readonly to: number}[] = [];
  parser.parse(expr).iterate({
    enter: ({name, node: {parent}, from, to}) => {
      if (name === 'DurationExpr' && parent?.name === 'MatrixSelector') windows.push({from, to});
    },
  });
  return windows.toReversed().reduce((text, {from, to}) => text.slice(0, from) + shorter(text.slice(from, to)) + text.slice(to), expr);
}
