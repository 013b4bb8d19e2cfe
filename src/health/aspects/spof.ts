import {addDays} from '../../registers/days.ts';
import type {EntryOf} from '../../registers/model.ts';
import {both} from '../both.ts';
import {find, lack} from '../finding.ts';
import type {Finding, Judge, Known, Look, Trend} from '../model.ts';
import {partsIn, titleOf} from '../scope.ts';

/** What fails alone, and for how long we live with it. */
export const spof: Judge = {
  improves: 'guidelines/resilience#how-we-know',
  look: (known, look) =>
    partsIn(known, look).flatMap((part) => {
      const open = openOn(known, look.today).filter(({component}) => component === part);
      return open.length > 0 ? open.map((entry) => ofSpof(known, entry, look.today)) : [ofPart(known, part, look.today)];
    }),
  remembers: () => true,
  trends: (known, look) => (look.service === undefined ? trendOf(known, look) : []),
};

function ofSpof(known: Known, entry: EntryOf<'spof'>, today: string): Finding {
  const until = (entry.decision === 'fix' ? entry.fix_by : entry.accept_until) ?? '';
  const found = {subject: titleOf(known, entry.component), from: `spof/${entry.id}`, due: until};
  if (until < today) return find({state: 'down', ...found}, (say, language) => say.spof.over(entry.what[language], until));
  return find({state: 'degraded', ...found}, (say, language) => say.spof[entry.decision](entry.what[language], until));
}

/** A part without a single point of failure that anybody has written down. */
function ofPart(known: Known, part: string, today: string): Finding {
  const subject = titleOf(known, part);
  const entry = known.registers.resilience.find(({value}) => value.component === part)?.value;
  if (entry === undefined) return lack('spof', subject);
  const from = `resilience/${entry.id}`;
  const {zones, replicas, tested_on: tested} = entry;
  if (zones < 2 || replicas < 2) return find({state: 'degraded', subject, from}, (say) => say.spof.lone);
  if (tested === undefined || tested > today) return find({state: 'degraded', subject, from}, (say) => say.spof.untested);
  return find({state: 'ok', subject, from}, (say) => say.spof.ok(zones, replicas));
}

/** How many were open every four weeks of the last year, from the day of the first decision on. */
function trendOf(known: Known, {today}: Look): Trend[] {
  const first = known.registers.spof.map(({value}) => value.decided).toSorted()[0];
  if (first === undefined) return [];
  const days = Array.from({length: 14}, (_, i) => addDays(today, -28 * (13 - i))).filter((day) => day >= first);
  if (days.length < 2) return [];
  const points = days.map((at) => ({at, value: openOn(known, at).length}));
  return [{title: both((say) => say.spof.trend), unit: both((say) => say.spof.unit), points}];
}

function openOn({registers}: Known, day: string): EntryOf<'spof'>[] {
  return registers.spof.flatMap(({value}) => (value.decided <= day && (value.gone === undefined || value.gone > day) ? [value] : []));
}
